import { type MessageKey, useWords } from "../../../kit/i18n/words";
import type { Unsent } from "../../../kit/offline/unsent";
import { isTick } from "../../follow_ups/ticks";
import { isMeeting } from "../../meetings/unsent/unsentMeeting";
import styles from "./LeftHere.module.css";

/** How much she would leave behind on this machine, and in what state. */
export function LeftHere({ of }: { of: readonly Unsent[] }) {
  const { t } = useWords();
  const meetings = of.filter(isMeeting);
  const unfinished = meetings.filter(({ state }) => state.kind === "writing").length;
  const counts: [MessageKey, number][] = [
    ["leave.unsent", meetings.length - unfinished],
    ["leave.unfinished", unfinished],
    ["leave.ticks", of.filter(isTick).length],
  ];
  return (
    <ul className={styles.list}>
      {counts.map(([word, count]) => (count > 0 ? <li key={word}>{t(word, { count })}</li> : null))}
    </ul>
  );
}
