import { useEffect, useState } from "react";
import { useWords } from "../../../kit/i18n/words";
import { useUnsent } from "../../../kit/offline/Outbox";
import type { Unsent } from "../../../kit/offline/unsent";
import { Button } from "../../../kit/ui/Button";
import { Section } from "../../../kit/ui/Page";
import { Notice } from "../../../kit/ui/State";
import { useDevice } from "../../../kit/ui/useDevice";
import { useViewer } from "../../../kit/viewer";
import { deleteForOthers, leftForOthers } from "../leftForOthers";
import { useActing } from "../useActing";
import { LeftHere } from "./LeftHere";

/** What lies here of what he wrote for those who let him no longer, which is his to delete. */
export function LeftForOthers() {
  const { t } = useWords();
  const device = useDevice();
  const { id } = useViewer();
  const { mayActFor } = useActing();
  const { desk } = useUnsent();
  const [rows, setRows] = useState<readonly Unsent[]>([]);
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    let isHere = true;
    if (mayActFor) {
      leftForOthers(desk, id, mayActFor).then(
        (left) => isHere && setRows(left),
        // What cannot be read cannot be told of; nor is it sent.
        () => undefined,
      );
    }
    return () => {
      isHere = false;
    };
  }, [desk, id, mayActFor]);

  const remove = async () => {
    try {
      await deleteForOthers(desk, rows);
      setRows([]);
    } catch {
      setFailed(true);
    }
  };

  if (rows.length === 0) return null;
  return (
    <Section title={t("acting.left")}>
      <p>{t("acting.leftWhy", { device })}</p>
      <LeftHere of={rows} />
      {hasFailed ? <Notice tone="bad">{t("acting.leftFailed")}</Notice> : null}
      <div>
        <Button onClick={remove}>{t("acting.leftDelete")}</Button>
      </div>
    </Section>
  );
}
