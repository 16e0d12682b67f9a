import type { CommitmentDirection } from "../../../gql/graphql";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { directionOf } from "../../../kit/ui/direction";
import { Field, Fieldset } from "../../../kit/ui/Field";
import { pickName } from "../../../kit/ui/Name";
import { MemberSelect } from "../../members/parts/MemberSelect";
import { DIRECTION_OF } from "../draft";
import type { RowOnSheet } from "../rows/useSetRight";
import type { RowPlace } from "../rows/written";
import { ByWhen } from "./Row";
import { TheirRow } from "./TheirRow";

const WORDS = {
  decision: "row.decidedHint",
  promise: "rows.promised",
  task: "row.iHint",
} as const;

interface SetRightFieldsProps {
  of: RowOnSheet;
}

/** A row as it was logged: its words, who does it, and by when. */
export function SetRightFields({ of }: SetRightFieldsProps) {
  const { t } = useWords();
  const { row, written, write } = of;
  const errorAt = (place: RowPlace) => {
    const first = of.problems.find(({ at }) => at === place);
    return first && t(enumKey("error", first.code, "error.INVALID"));
  };
  const theirs = (place: RowPlace) =>
    of.clashes.includes(place) ? (
      <TheirRow place={place} row={row} onTake={() => of.takeTheirs(place)} />
    ) : null;
  const dueError = errorAt("dueOn");
  return (
    <>
      {written.direction ? (
        <Fieldset legend={t("rows.whoPromised")} error={errorAt("direction")}>
          <Direction of={written.direction} onChange={(direction) => write({ direction })} />
        </Fieldset>
      ) : null}
      {theirs("direction")}
      <Field label={t(WORDS[row.kind])} error={errorAt("text")}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            dir={directionOf(written.text)}
            value={written.text}
            onChange={({ target }) => write({ text: target.value })}
          />
        )}
      </Field>
      {theirs("text")}
      {row.kind === "task" ? (
        <>
          <OwnerField of={of} error={errorAt("ownerId")} />
          {theirs("ownerId")}
        </>
      ) : null}
      {row.kind === "decision" ? null : (
        <>
          <Fieldset legend={t("row.byWhen")} error={written.due === "date" ? undefined : dueError}>
            <ByWhen row={written} dayLabel={t("due.date")} dueError={dueError} onChange={write} />
          </Fieldset>
          {theirs("dueOn")}
        </>
      )}
    </>
  );
}

/** They, we all, or that we asked; beside them what else the record may say. */
function Direction({
  of,
  onChange,
}: {
  of: CommitmentDirection;
  onChange: (direction: CommitmentDirection) => void;
}) {
  const { t } = useWords();
  const rows = ["they", "asked", "we"] as const;
  const isOther = rows.every((who) => DIRECTION_OF[who] !== of);
  return (
    <Choice
      label={t("rows.whoPromised")}
      value={of}
      onChange={onChange}
      options={[
        ...rows.map((who) => ({ value: DIRECTION_OF[who], label: t(`row.${who}`) })),
        ...(isOther ? [{ value: of, label: t(enumKey("direction", of, "direction.MUTUAL")) }] : []),
      ]}
    />
  );
}

/** Who does it: she who does, before all others. */
function OwnerField({ of, error }: SetRightFieldsProps & { error: string | undefined }) {
  const { t, language } = useWords();
  const { row, written, write } = of;
  const isMoved = written.owner?.personId !== row.owner?.personId;
  return (
    <Field label={t("rows.owner")} error={error}>
      {(control) => (
        <MemberSelect
          {...control}
          prompt={row.owner ? pickName(row.owner.name, language).text : t("office.hidden")}
          value={isMoved ? (written.owner?.memberId ?? "") : ""}
          without={row.owner?.memberId ? [row.owner.memberId] : []}
          onChoose={(owner) => write({ owner: owner ?? row.owner })}
        />
      )}
    </Field>
  );
}
