import { type FormEvent, useEffect, useRef, useState } from "react";
import { Redirect, useLocation, useSearchParams } from "wouter";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { useUnsent } from "../../../kit/offline/Outbox";
import { isWaiting, reasonOf } from "../../../kit/offline/unsent";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import { Page } from "../../../kit/ui/Page";
import { Notice } from "../../../kit/ui/State";
import { useDevice } from "../../../kit/ui/useDevice";
import { isCoordinator, useViewer } from "../../../kit/viewer";
import { ProgrammeField } from "../../programme/parts/ProgrammeField";
import { hasContent } from "../draft";
import { Beginning } from "../parts/Beginning";
import { OtherDay } from "../parts/OtherDay";
import { Rows } from "../parts/Rows";
import { SaveBar } from "../parts/SaveBar";
import { ThrowAway } from "../parts/ThrowAway";
import { Told } from "../parts/Told";
import { When, Where } from "../parts/WhenWhere";
import { WhoOfUs } from "../parts/WhoOfUs";
import { WithWhom } from "../parts/WithWhom";
import { type Problem, problemsFrom, problemsOf } from "../problems";
import { handOver } from "../unsent/unsentMeeting";
import { useDraft } from "../useDraft";
import styles from "./AfterMeetingPage.module.css";

/**
 * What happened, told in under a minute; only "with whom" is required. With an id it is a meeting
 * that lies on this machine: begun, or back in her hands because the server did not take it or
 * because she took it back.
 */
export function AfterMeetingPage({ id = null }: { id?: string | null }) {
  const { t } = useWords();
  const device = useDevice();
  const viewer = useViewer();
  const [params] = useSearchParams();
  const [, go] = useLocation();
  const { desk, sendNow } = useUnsent();
  const { row, draft, change, beginAnew, isKept } = useDraft(id);
  // How often she pressed "save" in vain: from then on what is wrong is marked until it is not.
  const [tries, setTries] = useState(0);

  const refused = row?.state.kind === "back" ? row.state : null;
  const problems = [
    ...(tries > 0 ? problemsOf(draft, new Date()) : []),
    ...(refused ? problemsFrom(refused.errors, refused.input, draft) : []),
  ];

  // What is wrong may stand above what is in sight. Read anew from the machine, a refusal is another
  // object and the same refusal: she is not to be called back from where she writes by then.
  const refusal = JSON.stringify(refused?.errors);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // After the page that she is sent back to has been shown from its top.
    const timer = setTimeout(() =>
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(),
    );
    return () => clearTimeout(timer);
  }, [tries, refusal]);

  if (id && (!row || isWaiting(row))) return <Redirect to={`/meetings/${id}`} replace />;

  const inWords = ({ code }: Problem) => t(enumKey("error", code, "error.INVALID"));
  const errorAt = (at: string) => {
    const first = problems.find((problem) => problem.at === at);
    return first && inWords(first);
  };
  const others = problems.filter(({ at, code }) => at === "" && code !== "ID_CONFLICT");

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const now = new Date();
    if (problemsOf(draft, now).length > 0) {
      setTries(tries + 1);
      return;
    }
    void handOver(desk, draft, now);
    sendNow();
    go(`/meetings/${draft.meetingId}?saved`, { replace: true });
  };
  const reason = row && reasonOf(row);
  const parts = { draft, change, errorAt };

  return (
    <Page title={t("form.title")} tab={t("form.title")}>
      <form ref={form} className={styles.form} onSubmit={submit} noValidate>
        {isKept ? null : <Notice tone="bad">{t("save.notKept", { device })}</Notice>}
        {id ? null : (
          <Beginning
            officeId={params.get("office")}
            draft={draft}
            change={change}
            beginAnew={beginAnew}
          />
        )}
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
        <Rows {...parts} />
        {isCoordinator(viewer) ? (
          <ProgrammeField
            hint={t("programme.hint")}
            error={errorAt("programmeIds")}
            value={draft.programmes ?? []}
            onChange={(programmes) => change({ ...draft, programmes })}
          />
        ) : null}
        {row && hasContent(draft) ? <ThrowAway id={row.id} /> : null}
        <div className={styles.save}>
          <SaveBar
            draft={draft}
            change={change}
            isWrong={problems.length > 0}
            hindrance={reason === "savedBefore" || reason === "rejected" ? reason : null}
            others={others.map(inWords)}
          />
        </div>
      </form>
    </Page>
  );
}
