import { Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { type BothNames, Name } from "../../../kit/ui/Name";
import { Notice } from "../../../kit/ui/State";
import { isMember, useViewer } from "../../../kit/viewer";
import { useConfirm } from "../useConfirm";

interface ConfirmHereProps {
  of: {
    id: string;
    recordedBy: { name: BothNames } | null;
    recordedFor: { id: string } | null;
    confirmedAt: string | null;
  };
}

/** On the page of what somebody wrote for her: the tap by which it is right. */
export function ConfirmHere({ of }: ConfirmHereProps) {
  const { t } = useWords();
  const viewer = useViewer();
  const confirm = useConfirm();
  const isHers = isMember(viewer) && viewer.member && of.recordedFor?.id === viewer.member.id;
  if (!isHers || of.confirmedAt || !of.recordedBy) return null;
  return (
    <Notice tone="plain">
      <p>
        <Sentence id="written.here" values={{ name: <Name of={of.recordedBy.name} /> }} />
      </p>
      <Button onClick={() => confirm([of.id])}>{t("written.right")}</Button>
    </Notice>
  );
}
