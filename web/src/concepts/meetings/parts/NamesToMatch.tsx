import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../../gql";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { type BothNames, Name } from "../../../kit/ui/Name";
import { Section } from "../../../kit/ui/Page";
import { Notice } from "../../../kit/ui/State";
import { NameToMatch } from "./NameToMatch";

const NamesToMatchQuery = graphql(`
  query NamesToMatch {
    meetings(
      filter: { hasUnmatched: true }
      orderBy: { field: RECORDED_AT, direction: DESC }
      first: 20
    ) {
      nodes {
        id
        stakeholders {
          id
          text
          stakeholder {
            id
          }
        }
        ...NameToMatch_meeting
      }
    }
  }
`);

/** For the coordinator: the names that are as yet only text. Nothing is shown when all is tidy. */
export function NamesToMatch() {
  const { t } = useWords();
  const [{ data }] = useQuery({ query: NamesToMatchQuery });
  const [matched, setMatched] = useState<{ text: string; office: BothNames } | null>(null);
  const names = (data?.meetings.nodes ?? []).flatMap((meeting) =>
    meeting.stakeholders.flatMap(({ id, text, stakeholder }) =>
      text && !stakeholder ? [{ id, text, meeting }] : [],
    ),
  );
  if (names.length === 0 && !matched) return null;
  return (
    <Section title={t("home.unmatched")}>
      {matched ? (
        <Notice tone="good">
          <p>
            <Sentence
              id="match.done"
              values={{ text: <bdi>{matched.text}</bdi>, office: <Name of={matched.office} /> }}
            />
          </p>
        </Notice>
      ) : null}
      <ul>
        {names.map(({ id, text, meeting }) => (
          <NameToMatch
            key={id}
            id={id}
            text={text}
            meeting={meeting}
            onMatched={(office) => setMatched({ text, office })}
          />
        ))}
      </ul>
    </Section>
  );
}
