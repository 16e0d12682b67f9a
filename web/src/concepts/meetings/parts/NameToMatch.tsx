import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { When } from "../../../kit/ui/Day";
import { Isolated } from "../../../kit/ui/Isolated";
import { Name } from "../../../kit/ui/Name";
import { NotSaved } from "../../../kit/ui/NotSaved";
import type { PickedOffice } from "../../stakeholders/parts/OfficePicker";
import { useUpdateMeeting } from "../useUpdateMeeting";
import { MatchOffice } from "./MatchOffice";
import styles from "./NameToMatch.module.css";

const NameToMatch_meeting = graphql(`
  fragment NameToMatch_meeting on Meeting {
    id
    version
    time {
      precision
      startsAt
      firstDay
      lastDay
      zone
    }
    recordedBy {
      id
      name {
        en
        ur
      }
    }
  }
`);

interface NameToMatchProps {
  /** The entry of the meeting that holds the name. */
  id: string;
  text: string;
  meeting: FragmentType<typeof NameToMatch_meeting>;
  onMatched: (office: PickedOffice) => void;
}

/** One name as it was written, when it was said and by whom, and the way to say which office it is. */
export function NameToMatch({ id, text, meeting: masked, onMatched }: NameToMatchProps) {
  const { t } = useWords();
  const meeting = unmask(NameToMatch_meeting, masked);
  const { update, state } = useUpdateMeeting(meeting.id, meeting.version);
  const [isOpen, setOpen] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  // She opened it to write there.
  useEffect(() => {
    if (isOpen) row.current?.querySelector("input")?.focus();
  }, [isOpen]);
  return (
    <li ref={row} className={styles.row}>
      <div className={styles.head}>
        <p>
          <Isolated id={id} className={styles.text}>
            {text}
          </Isolated>
          <span className={styles.about}>
            <Link className={styles.link} href={`/meetings/${meeting.id}`}>
              <When of={meeting.time} />
            </Link>
            {meeting.recordedBy ? (
              <span>
                <Sentence
                  id="match.loggedBy"
                  values={{ name: <Name of={meeting.recordedBy.name} /> }}
                />
              </span>
            ) : null}
          </span>
        </p>
        {isOpen ? null : (
          <Button aria-describedby={id} onClick={() => setOpen(true)}>
            {t("match.choose")}
          </Button>
        )}
      </div>
      {state.kind === "failed" ? <NotSaved why={state.word} /> : null}
      {isOpen ? (
        <MatchOffice
          text={text}
          onMatch={async (office) => {
            const { stakeholderId } = office;
            const isDone = await update({ match: [{ id, stakeholderId }] });
            if (isDone) onMatched(office);
            return isDone;
          }}
        />
      ) : null}
    </li>
  );
}
