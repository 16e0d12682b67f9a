import { useState } from "react";
import { Redirect, useLocation, useSearchParams } from "wouter";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { useUnsent } from "../../../kit/offline/Outbox";
import { isWaiting, reasonOf } from "../../../kit/offline/unsent";
import { Page } from "../../../kit/ui/Page";
import { Notice } from "../../../kit/ui/State";
import { useDevice } from "../../../kit/ui/useDevice";
import { isCoordinator, useViewer } from "../../../kit/viewer";
import { ProgrammeField } from "../../programme/parts/ProgrammeField";
import { hasContent } from "../draft";
import { Beginning } from "../parts/Beginning";
import { MeetingForm } from "../parts/MeetingForm";
import { OtherDay } from "../parts/OtherDay";
import { Rows } from "../parts/Rows";
import { Said } from "../parts/Said";
import { SaveBar } from "../parts/SaveBar";
import { ThrowAway } from "../parts/ThrowAway";
import { Told } from "../parts/Told";
import { When, Where } from "../parts/WhenWhere";
import { WhoElse } from "../parts/WhoElse";
import { WhoOfUs } from "../parts/WhoOfUs";
import { WithWhom } from "../parts/WithWhom";
import { type Problem, placesOn, problemsFrom, problemsOf, unshown } from "../problems";
import { handOver } from "../unsent/unsentMeeting";
import { useDraft } from "../useDraft";

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
  const { row, draft, change, begin, beginAnew, isKept } = useDraft(id);
  // How often she pressed "save" in vain: from then on what is wrong is marked until it is not.
  const [tries, setTries] = useState(0);

  const refused = row?.state.kind === "back" ? row.state : null;
  const problems = [
    ...(tries > 0 ? problemsOf(draft, new Date()) : []),
    ...(refused ? problemsFrom(refused.errors, refused.input, draft) : []),
  ];

  // Read anew from the machine, a refusal is another object and the same refusal: she is not to be
  // called back from where she writes by then.
  const found = JSON.stringify([tries, refused?.errors]);

  if (id && (!row || isWaiting(row))) return <Redirect to={`/meetings/${id}`} replace />;

  const inWords = ({ code }: Problem) => t(enumKey("error", code, "error.INVALID"));
  const errorAt = (at: string) => {
    const first = problems.find((problem) => problem.at === at);
    return first && inWords(first);
  };
  const shown = isCoordinator(viewer)
    ? [...placesOn(draft), "source", "programmeIds"]
    : placesOn(draft);
  const others = unshown(problems, shown).filter(
    // Of what had been saved already the bar says more.
    ({ at, code }) => at !== "" || code !== "ID_CONFLICT",
  );

  const submit = () => {
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
      <MeetingForm
        found={found}
        onSubmit={submit}
        bar={
          <SaveBar
            draft={draft}
            change={change}
            isWrong={problems.length > 0}
            hindrance={reason === "savedBefore" || reason === "rejected" ? reason : null}
            others={others.map(inWords)}
          />
        }
      >
        {isKept ? null : <Notice tone="bad">{t("save.notKept", { device })}</Notice>}
        {id ? null : (
          <Beginning
            officeId={params.get("office")}
            draft={draft}
            begin={begin}
            beginAnew={beginAnew}
          />
        )}
        <OtherDay draft={draft} change={change} />
        {isCoordinator(viewer) ? <Told {...parts} /> : null}
        <WithWhom {...parts} />
        <WhoOfUs {...parts} />
        <WhoElse {...parts} />
        <When {...parts} />
        <Where {...parts} />
        <Said {...parts} />
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
      </MeetingForm>
    </Page>
  );
}
