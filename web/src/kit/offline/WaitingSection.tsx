import type { ReactNode } from "react";
import { type MessageKey, useWords } from "../i18n/words";
import { Section } from "../ui/Page";
import { Notice } from "../ui/State";
import { useDevice } from "../ui/useDevice";
import { useUnsent } from "./Outbox";
import { SendNow } from "./SendNow";
import { isWaiting, type Unsent } from "./unsent";

interface WaitingSectionProps {
  title: MessageKey;
  of: readonly Unsent[];
  children: ReactNode;
}

/** A list of what is not in the record yet, with the way to send it now; nothing where there is none. */
export function WaitingSection({ title, of, children }: WaitingSectionProps) {
  const { t } = useWords();
  const device = useDevice();
  const { isKept } = useUnsent();
  if (of.length === 0) return null;
  return (
    <Section title={t(title)} aside={of.some(isWaiting) ? <SendNow weight="quiet" /> : null}>
      {isKept ? null : <Notice tone="bad">{t("unsent.notKept", { device })}</Notice>}
      <ul>{children}</ul>
    </Section>
  );
}
