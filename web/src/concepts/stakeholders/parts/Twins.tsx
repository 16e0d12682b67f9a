import { useEffect, useRef } from "react";
import { useWords } from "../../../kit/i18n/words";
import { Notice } from "../../../kit/ui/State";
import type { Twin } from "../useTwins";
import { OfficeLine } from "./OfficeLine";
import styles from "./Twins.module.css";

interface TwinsProps {
  of: readonly Twin[];
  /** Given where one of them may be taken instead; elsewhere each leads to its card. */
  onTake: ((office: Twin) => void) | undefined;
}

/** The offices that may be the one that she is about to add. */
export function Twins({ of, onTake }: TwinsProps) {
  const { t } = useWords();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (of.length > 0) notice.current?.scrollIntoView({ block: "nearest" });
  }, [of]);
  if (of.length === 0) return null;
  return (
    <div ref={notice} className={styles.twins}>
      <Notice tone="plain">
        <p>{t("officeForm.thereAlready")}</p>
        <ul>
          {of.map((office) => (
            <OfficeLine
              key={office.id}
              office={office}
              onTake={onTake ? () => onTake(office) : undefined}
            />
          ))}
        </ul>
      </Notice>
    </div>
  );
}
