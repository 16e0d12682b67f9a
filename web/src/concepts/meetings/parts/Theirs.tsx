import { type ReactNode, useEffect, useRef } from "react";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { When } from "../../../kit/ui/Day";
import { Isolated } from "../../../kit/ui/Isolated";
import { Listed } from "../../../kit/ui/Listed";
import { type BothNames, Name } from "../../../kit/ui/Name";
import { Text, TextBlock } from "../../../kit/ui/Text";
import { type MeetingToMend, mendedFrom } from "../mend/mended";
import type { Place } from "../mend/rebase";
import { seesWord } from "../whoSees";
import { GroupLine } from "./GroupLine";
import styles from "./Theirs.module.css";

interface TheirsProps {
  place: Place;
  /** The meeting as somebody else has left it. */
  meeting: MeetingToMend;
  /** The first of several, to which she is brought. */
  isFirst: boolean;
  onTake: () => void;
}

/** Under what she wrote: what somebody else wrote there in the meantime, and the way to take it. */
export function Theirs({ place, meeting, isFirst, onTake }: TheirsProps) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isFirst) box.current?.scrollIntoView({ block: "center" });
  }, [meeting, isFirst]);
  return (
    <div ref={box} className={styles.theirs} role="status">
      <p className={styles.label}>{t("mend.theirs")}</p>
      <div>
        <Written place={place} meeting={meeting} />
      </div>
      <Button onClick={onTake}>{t("mend.take")}</Button>
    </div>
  );
}

function Written({ place, meeting }: Pick<TheirsProps, "place" | "meeting">): ReactNode {
  const { t } = useWords();
  const theirs = mendedFrom(meeting);
  switch (place) {
    case "with":
      return <Named of={theirs.offices} />;
    case "attendees":
      return <Named of={[...theirs.members, ...theirs.others]} />;
    case "groups":
      return meeting.groups.length > 0 ? <Groups of={meeting.groups} /> : t("group.none");
    case "title":
      return meeting.title ? <Text of={meeting.title} /> : t("about.noTitle");
    case "topics":
      return theirs.topics.length > 0 ? <Named of={theirs.topics} /> : t("topic.none");
    case "concerns":
      return theirs.concerns.length > 0 ? <Named of={theirs.concerns} /> : t("district.none");
    case "when":
      return <When of={meeting.time} />;
    case "where":
      return (
        <Listed
          of={[
            { key: "mode", item: t(enumKey("mode", theirs.mode, "mode.IN_PERSON")) },
            ...(theirs.place ? [{ key: "place", item: <Isolated>{theirs.place}</Isolated> }] : []),
            ...(meeting.heldIn.district
              ? [{ key: "district", item: <Name of={meeting.heldIn.district.name} /> }]
              : []),
          ]}
        />
      );
    case "said":
      return meeting.said ? <TextBlock of={meeting.said} /> : t("meeting.wordsNone");
    case "source":
      return theirs.told ? <Name of={theirs.told.name} /> : t("told.nobody");
    case "programmes":
      return theirs.programmes?.length ? <Named of={theirs.programmes} /> : t("programme.none");
    case "sees":
      return t(seesWord(theirs.audience, theirs.wordsAudience));
  }
}

function Groups({ of }: { of: MeetingToMend["groups"] }) {
  return (
    <ul>
      {of.map((group) => (
        <li key={group.id}>
          <GroupLine of={group} />
        </li>
      ))}
    </ul>
  );
}

function Named({ of }: { of: readonly { id: string; name: BothNames | null }[] }) {
  const { t } = useWords();
  if (of.length === 0) return t("meeting.nobodyNamed");
  return (
    <Listed
      of={of.map(({ id, name }) => ({
        key: id,
        item: name ? <Name of={name} /> : t("office.hidden"),
      }))}
    />
  );
}
