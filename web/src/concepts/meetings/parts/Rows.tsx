import { useState } from "react";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Fieldset } from "../../../kit/ui/Field";
import { Icon } from "../../../kit/ui/Icon";
import { type DraftRow, dayOf, newRow, ROW_KINDS, type RowWho } from "../draft";
import { dueAt } from "../problems";
import type { FormProps } from "./FormProps";
import { Row } from "./Row";
import styles from "./Rows.module.css";
import { WhoDoes } from "./WhoDoes";

/** What came of it, a row each: who will do what by when, and what was decided. */
export function Rows({ draft, change, errorAt }: FormProps) {
  const { t } = useWords();
  const [added, setAdded] = useState<string | null>(null);
  const add = (who: RowWho) => {
    const row = newRow(who);
    setAdded(row.uuid);
    change({ ...draft, rows: [...draft.rows, row] });
  };
  const replace = (row: DraftRow) =>
    change({ ...draft, rows: draft.rows.map((one) => (one.uuid === row.uuid ? row : one)) });

  return (
    <Fieldset legend={t("form.rows")} hint={t("form.rowsHint")}>
      {draft.rows.length > 0 ? (
        <ul className={styles.rows}>
          {draft.rows.map((row) => (
            <Row
              key={row.uuid}
              row={row}
              teller={draft.told?.name ?? null}
              metOn={dayOf(draft)}
              isNew={row.uuid === added}
              error={errorAt(row.uuid)}
              dueError={errorAt(dueAt(row.uuid))}
              onChange={replace}
              onRemove={() =>
                change({ ...draft, rows: draft.rows.filter(({ uuid }) => uuid !== row.uuid) })
              }
            />
          ))}
        </ul>
      ) : null}
      <div className={styles.add}>
        {ROW_KINDS.map((who) => (
          <Button key={who} onClick={() => add(who)}>
            <Icon name="add" /> <WhoDoes who={who} teller={draft.told?.name ?? null} />
          </Button>
        ))}
      </div>
    </Fieldset>
  );
}
