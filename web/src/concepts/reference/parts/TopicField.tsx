import { useQuery } from "urql";
import { graphql } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { type Named, PickNamed } from "../../../kit/ui/PickNamed";

const TopicsQuery = graphql(`
  query TopicsToChoose($orderBy: NameOrder!) {
    topics(orderBy: $orderBy, first: 100) {
      nodes {
        id
        name {
          en
          ur
        }
      }
    }
  }
`);

interface TopicFieldProps {
  error: string | undefined;
  value: readonly Named[];
  onChange: (topics: Named[]) => void;
}

/** What something is about. */
export function TopicField({ error, value, onChange }: TopicFieldProps) {
  const { t, language } = useWords();
  const [{ data }] = useQuery({
    query: TopicsQuery,
    variables: { orderBy: { field: language === "ur" ? "NAME_UR" : "NAME_EN", direction: "ASC" } },
  });
  return (
    <PickNamed
      label={t("meeting.topics")}
      error={error}
      prompt={t("topic.another")}
      of={data?.topics.nodes ?? []}
      value={value}
      onChange={onChange}
    />
  );
}
