import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "../../../gql";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Isolated } from "../../../kit/ui/Isolated";
import { Name } from "../../../kit/ui/Name";
import { Section } from "../../../kit/ui/Page";
import { useTell } from "../../../kit/ui/UndoBar";
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
  const tell = useTell();
  const [{ data }] = useQuery({ query: NamesToMatchQuery });
  const names = (data?.meetings.nodes ?? []).flatMap((meeting) =>
    meeting.stakeholders.flatMap(({ id, text, stakeholder }) =>
      text && !stakeholder ? [{ id, text, meeting }] : [],
    ),
  );
  if (names.length === 0) return null;
  return (
    <Section title={t("home.unmatched")}>
      <ul>
        {names.map(({ id, text, meeting }) => (
          <NameToMatch
            key={id}
            id={id}
            text={text}
            meeting={meeting}
            onMatched={({ stakeholderId, name }) => {
              const office = (
                <Link href={`/offices/${stakeholderId}`}>
                  <Name of={name} />
                </Link>
              );
              tell(
                <Sentence id="match.done" values={{ text: <Isolated>{text}</Isolated>, office }} />,
              );
            }}
          />
        ))}
      </ul>
    </Section>
  );
}
