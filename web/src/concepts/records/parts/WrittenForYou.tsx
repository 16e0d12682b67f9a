import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Section } from "../../../kit/ui/Page";
import { isMember, useViewer } from "../../../kit/viewer";
import { useConfirm } from "../useConfirm";
import { areMany, stillWaiting } from "../waiting";
import { WaitingRow } from "./WaitingRow";

// With all that was written of each; those that follow come as soon as these are confirmed.
const WaitingForMeQuery = graphql(`
  query WaitingForMe {
    waitingForMe(first: 20) {
      nodes {
        record {
          id
          ... on Meeting {
            confirmedAt
            archivedOn
          }
          ... on Decision {
            confirmedAt
            archivedOn
          }
          ... on Commitment {
            confirmedAt
            archivedOn
          }
          ... on FollowUpAction {
            confirmedAt
            archivedOn
          }
          ... on Person {
            confirmedAt
            archivedOn
          }
        }
        ...WaitingRow_waiting
      }
    }
  }
`);

/** What others wrote for her and she has not said of that it is right. Nothing where nothing waits. */
export function WrittenForYou() {
  return isMember(useViewer()) ? <Waiting /> : null;
}

function Waiting() {
  const { t } = useWords();
  const [{ data }] = useQuery({ query: WaitingForMeQuery });
  const confirm = useConfirm();
  const waiting = stillWaiting(data?.waitingForMe.nodes ?? []);
  // What she has confirmed stays where it was: a second tap must not fall on the row below it.
  const [held, setHeld] = useState<typeof waiting>([]);
  const rows = [...held, ...waiting.filter(({ record }) => !has(held, record.id))];
  if (rows.length === 0) return null;
  const say = (ids: string[]) => {
    setHeld(rows);
    return confirm(ids);
  };
  return (
    <Section
      title={t("written.title")}
      aside={
        areMany(waiting) ? (
          <Button weight="quiet" onClick={() => say(waiting.map(({ record }) => record.id))}>
            {t("written.allRight")}
          </Button>
        ) : null
      }
    >
      <ul>
        {rows.map((one) => (
          <WaitingRow
            key={one.record.id}
            waiting={one}
            isConfirmed={!has(waiting, one.record.id)}
            onConfirm={() => say([one.record.id])}
          />
        ))}
      </ul>
    </Section>
  );
}

function has(rows: readonly { record: { id: string } }[], id: string): boolean {
  return rows.some(({ record }) => record.id === id);
}
