import { useEffect, useRef, useState } from "react";
import type { Audience } from "../../../gql/graphql";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import { Notice } from "../../../kit/ui/State";
import { useDevice } from "../../../kit/ui/useDevice";
import { isCoordinator, useViewer } from "../../../kit/viewer";
import { ProgrammeField } from "../../programme/parts/ProgrammeField";
import { isLeftToCoordinator } from "../mend/mayMend";
import { asksWhoTold, type MeetingToMend } from "../mend/mended";
import type { Place } from "../mend/rebase";
import { type MendFrom, useMend } from "../mend/useMend";
import { type Problem, placesOn, unshown } from "../problems";
import { AudienceFields } from "./AudienceFields";
import { MeetingForm } from "./MeetingForm";
import { MendBar } from "./MendBar";
import { MendWhen } from "./MendWhen";
import { RowsAsTheyAre } from "./RowsAsTheyAre";
import { Said } from "./Said";
import { Theirs } from "./Theirs";
import { Told } from "./Told";
import { WhatAbout } from "./WhatAbout";
import { Where } from "./WhenWhere";
import { WhoElse } from "./WhoElse";
import { WhoOfUs } from "./WhoOfUs";
import { WithWhom } from "./WithWhom";

interface MendFormProps {
  read: MeetingToMend;
  from: MendFrom | null;
  rows: Parameters<typeof RowsAsTheyAre>[0]["meeting"];
  onSaved: () => void;
}

/** The form "after the meeting", filled with a meeting of the record. */
export function MendForm({ read, from, rows, onSaved }: MendFormProps) {
  const { t } = useWords();
  const viewer = useViewer();
  const device = useDevice();
  const { meeting, mended, problems, state, isKept, clashes, write, takeTheirs, save } = useMend(
    read,
    from,
  );
  const [tries, setTries] = useState(0);
  // Who has gone elsewhere while it was sent is not called back.
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const inWords = ({ code }: Problem) => t(enumKey("error", code, "error.INVALID"));
  const errorAt = (at: string) => {
    const first = problems.find((problem) => problem.at === at);
    return first && inWords(first);
  };
  const asksTold = isCoordinator(viewer) && asksWhoTold(meeting, viewer.person?.id);
  const isInternal = meeting.kind === "INTERNAL";
  const hasWords = meeting.saidAbsence !== "NOT_SHARED";
  const shown = [
    ...placesOn(mended).filter(
      (at) => (at !== "with" || !isInternal) && (at !== "said" || hasWords),
    ),
    ...["title", "topicIds", "concernsDistrictIds", "audience", "wordsAudience"],
    ...(asksTold ? ["source"] : []),
    ...(isCoordinator(viewer) ? ["programmeIds"] : []),
  ];
  const others = unshown(problems, shown).map(inWords);
  const parts = { draft: mended, change: write, errorAt };
  const theirs = (place: Place) =>
    clashes.includes(place) ? (
      <Theirs
        place={place}
        meeting={meeting}
        isFirst={place === clashes[0]}
        onTake={() => takeTheirs(place)}
      />
    ) : null;
  const hasPlace = mended.mode === "IN_PERSON" && meeting.heldIn.place !== null;
  const isHeld = (what: "facts" | "words") => isLeftToCoordinator(what, viewer, meeting, mended);
  // What only a coordinator opens to donors, a member may leave so, or close.
  const most = (recorded: Audience): Audience =>
    isCoordinator(viewer) || recorded === "PARTNERS" ? "PARTNERS" : "CAUCUS";

  return (
    <MeetingForm
      isSending={state.kind === "sending"}
      found={JSON.stringify([tries, state.kind === "refused" && state.errors])}
      bar={<MendBar {...{ mended, problems, state, clashes, others }} />}
      onSubmit={async () => {
        setTries(tries + 1);
        if ((await save()) && isHere.current) onSaved();
      }}
    >
      {isKept ? null : <Notice tone="bad">{t("save.notKept", { device })}</Notice>}
      {asksTold ? <Told {...parts} /> : null}
      {theirs("source")}
      {isInternal ? null : (
        <WithWhom {...parts} hint={isHeld("facts") ? t("mend.officesHeld") : undefined} />
      )}
      {theirs("with")}
      <WhoOfUs {...parts} />
      <WhoElse
        {...parts}
        others={mended.others}
        onOthers={(others) => write({ others })}
        isNeeded={clashes.includes("groups")}
        theirGroups={theirs("groups")}
      />
      {theirs("attendees")}
      <MendWhen {...parts} recorded={meeting.time} />
      {theirs("when")}
      <Where {...parts} />
      {hasPlace ? (
        <Field label={t("mend.place")}>
          {(control) => (
            <input
              {...control}
              dir={directionOf(mended.place)}
              value={mended.place}
              onChange={({ target }) => write({ place: target.value })}
            />
          )}
        </Field>
      ) : null}
      {theirs("where")}
      {hasWords ? <Said {...parts} isHeld={isHeld("words")} /> : null}
      {theirs("said")}
      <WhatAbout {...{ mended, write, errorAt, clashes, theirs }} />
      <RowsAsTheyAre meeting={rows} />
      {isCoordinator(viewer) ? (
        <ProgrammeField
          error={errorAt("programmeIds")}
          value={mended.programmes ?? []}
          onChange={(programmes) => write({ programmes })}
        />
      ) : null}
      {theirs("programmes")}
      <AudienceFields
        audience={mended.audience}
        wordsAudience={mended.wordsAudience}
        widest={most(meeting.audience)}
        widestWords={most(meeting.wordsAudience)}
        hasProgramme={(mended.programmes ?? []).length > 0}
        errorAt={errorAt}
        onChange={write}
      />
      {theirs("sees")}
    </MeetingForm>
  );
}
