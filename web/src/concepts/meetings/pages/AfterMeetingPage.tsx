import { type FormEvent, useEffect, useRef } from "react";
import { useLocation, useSearchParams } from "wouter";
import { errorsAt } from "../../../kit/graphql/outcome";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import { Page } from "../../../kit/ui/Page";
import { isCoordinator, useViewer } from "../../../kit/viewer";
import { ProgrammeField } from "../../programme/parts/ProgrammeField";
import type { DraftRow } from "../draft";
import { pathOfRow } from "../draftInput";
import { dropDraft } from "../draftStore";
import { Beginning } from "../parts/Beginning";
import { OtherDay } from "../parts/OtherDay";
import { Rows } from "../parts/Rows";
import { SaveBar } from "../parts/SaveBar";
import { Told } from "../parts/Told";
import { When, Where } from "../parts/WhenWhere";
import { WhoOfUs } from "../parts/WhoOfUs";
import { WithWhom } from "../parts/WithWhom";
import { useDraft } from "../useDraft";
import { useSave } from "../useSave";
import styles from "./AfterMeetingPage.module.css";

/** The parts of the request that have a field of their own to show their errors at. */
const FIELDS = ["with", "attendees", "when", "heldIn", "said", "source", "programmeIds"];

/** What happened, told in under a minute; only "with whom" is required. */
export function AfterMeetingPage() {
  const { t } = useWords();
  const viewer = useViewer();
  const [params] = useSearchParams();
  const [, go] = useLocation();
  const { draft, change, beginAnew, isKept } = useDraft();
  const { state, save } = useSave(draft, change);

  useEffect(() => {
    if (state.kind !== "saved") return;
    dropDraft(viewer.id);
    go(`/meetings/${draft.meetingId}?saved`, { replace: true });
  }, [state.kind, viewer.id, draft.meetingId, go]);

  // What is wrong may stand above what is in sight.
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.kind !== "refused") return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);

  const errors = state.kind === "refused" ? state.errors : [];
  const inWords = (error: (typeof errors)[number]) =>
    t(
      error.code === "REQUIRED" && error.path[0] === "with"
        ? "error.withRequired"
        : enumKey("error", error.code, "error.INVALID"),
    );
  const errorAt = (...path: string[]) => {
    const first = errorsAt(errors, path)[0];
    return first && inWords(first);
  };
  const errorOf = (row: DraftRow) => {
    const path = state.kind === "refused" ? pathOfRow(state.draft, row) : null;
    return path ? errorAt(...path) : undefined;
  };
  const shownAtRows = draft.rows.flatMap((row) => {
    const path = state.kind === "refused" ? pathOfRow(state.draft, row) : null;
    return path ? errorsAt(errors, path) : [];
  });
  const others = errors
    .filter((error) => !FIELDS.includes(error.path[0] ?? "") && !shownAtRows.includes(error))
    .map(inWords);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (state.kind !== "sending") void save();
  };
  const parts = { draft, change, errorAt };

  return (
    <Page title={t("form.title")} tab={t("form.title")}>
      <form
        ref={form}
        className={styles.form}
        onSubmit={submit}
        noValidate
        inert={state.kind === "sending"}
      >
        <Beginning
          officeId={params.get("office")}
          draft={draft}
          change={change}
          beginAnew={beginAnew}
        />
        <OtherDay draft={draft} change={change} />
        {isCoordinator(viewer) ? <Told {...parts} /> : null}
        <WithWhom {...parts} />
        <WhoOfUs {...parts} />
        <When {...parts} />
        <Where {...parts} />
        <Field label={t("form.said")} error={errorAt("said")}>
          {(control) => (
            <textarea
              {...control}
              rows={6}
              dir={directionOf(draft.said)}
              value={draft.said}
              placeholder={t("form.saidHint")}
              onChange={({ target }) => change({ ...draft, said: target.value })}
            />
          )}
        </Field>
        <Rows draft={draft} change={change} errorOf={errorOf} />
        {isCoordinator(viewer) ? (
          <ProgrammeField
            hint={t("programme.hint")}
            error={errorAt("programmeIds")}
            value={draft.programmes ?? []}
            onChange={(programmes) => change({ ...draft, programmes })}
          />
        ) : null}
        <div className={styles.save}>
          <SaveBar draft={draft} change={change} state={state} others={others} isKept={isKept} />
        </div>
      </form>
    </Page>
  );
}
