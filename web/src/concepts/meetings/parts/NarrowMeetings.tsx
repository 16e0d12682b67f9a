import { useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { DayField } from "../../../kit/ui/DayField";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import { Fold } from "../../../kit/ui/Fold";
import { useViewer } from "../../../kit/viewer";
import { CategoryToNarrow } from "../../stakeholders/parts/CategoryToNarrow";
import { endsBeforeItBegins, type Narrowing } from "../narrowing";
import styles from "./NarrowMeetings.module.css";
import { OfficeToNarrow } from "./OfficeToNarrow";

interface NarrowMeetingsProps {
  narrowing: Narrowing;
  change: (change: Partial<Narrowing>) => void;
}

/** What she looks for, whose meetings, with whom, of what kind and when; all but the first two fold away. */
export function NarrowMeetings({ narrowing, change }: NarrowMeetingsProps) {
  const { t } = useWords();
  const { member } = useViewer();
  const { search, isMine, officeId, category, from, to } = narrowing;
  const beginsOpen = Boolean(officeId || category || from || to);
  return (
    <search className={styles.narrow}>
      <Field label={t("meetings.search")}>
        {(control) => (
          <input
            {...control}
            type="search"
            dir={directionOf(search)}
            value={search}
            onChange={({ target }) => change({ search: target.value })}
          />
        )}
      </Field>
      {member ? (
        <Choice
          label={t("meetings.whose")}
          value={isMine ? "mine" : "all"}
          onChange={(value) => change({ isMine: value === "mine" })}
          options={[
            { value: "all", label: t("meetings.all") },
            { value: "mine", label: t("meetings.mine") },
          ]}
        />
      ) : null}
      <Fold title={t("meetings.narrow")} beginsOpen={beginsOpen}>
        <div className={styles.fields}>
          <OfficeToNarrow id={officeId} onChange={(id) => change({ officeId: id })} />
          <CategoryToNarrow value={category} onChange={(kind) => change({ category: kind })} />
          <DayField
            label={t("meetings.from")}
            value={from}
            onChange={(day) => change({ from: day })}
          />
          <DayField
            label={t("meetings.to")}
            error={endsBeforeItBegins(narrowing) ? t("error.ENDS_BEFORE") : undefined}
            value={to}
            onChange={(day) => change({ to: day })}
          />
        </div>
      </Fold>
    </search>
  );
}
