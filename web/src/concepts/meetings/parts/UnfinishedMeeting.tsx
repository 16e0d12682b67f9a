import { useState } from "react";
import { useWords } from "../../../kit/i18n/words";
import { ButtonLink } from "../../../kit/ui/Button";
import { Listed } from "../../../kit/ui/Listed";
import { Name } from "../../../kit/ui/Name";
import { Notice } from "../../../kit/ui/State";
import { useViewer } from "../../../kit/viewer";
import { hasContent } from "../draft";
import { loadDraft } from "../draftStore";

/** Reminds her of what she began to write and did not save, or what is not sent yet. */
export function UnfinishedMeeting() {
  const { t } = useWords();
  const viewer = useViewer();
  const [draft] = useState(() => loadDraft(viewer.id));
  if (!draft || !hasContent(draft)) return null;
  return (
    <Notice tone="plain">
      <p>{t(draft.pressedAt ? "home.unsent" : "home.unfinished")}</p>
      <p>
        <Listed of={draft.offices.map(({ id, name }) => ({ key: id, item: <Name of={name} /> }))} />
      </p>
      <ButtonLink href="/meetings/new">{t("home.goOn")}</ButtonLink>
    </Notice>
  );
}
