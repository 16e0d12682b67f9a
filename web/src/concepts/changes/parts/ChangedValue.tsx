import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import type { Changed_ValueFragment as Value } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import { formatMoney } from "../../../kit/money";
import { Day, Moment } from "../../../kit/ui/Day";
import { Isolated } from "../../../kit/ui/Isolated";
import { type BothNames, Name } from "../../../kit/ui/Name";
import { type HistoryOf, readText } from "../words";

const Changed_value = graphql(`
  fragment Changed_value on ChangedValue {
    text
    isWithdrawn
    record {
      __typename
      id
      ... on Person {
        name {
          en
          ur
        }
      }
      ... on Stakeholder {
        name {
          en
          ur
        }
      }
      ... on District {
        name {
          en
          ur
        }
      }
      ... on Topic {
        name {
          en
          ur
        }
      }
      ... on Programme {
        name {
          en
          ur
        }
      }
      ... on Member {
        person {
          id
          name {
            en
            ur
          }
        }
      }
    }
  }
`);

interface ChangedValueProps {
  of: HistoryOf;
  field: string;
  value: FragmentType<typeof Changed_value> | null;
}

/** What stood in a place, in plain words. */
export function ChangedValue({ of, field, value }: ChangedValueProps) {
  const { t } = useWords();
  if (!value) return <span>{t("history.nothing")}</span>;
  return <One of={of} field={field} value={unmask(Changed_value, value)} />;
}

function One({ of, field, value }: { of: HistoryOf; field: string; value: Value }) {
  const { t, language } = useWords();
  if (value.isWithdrawn) return <em>{t("history.withdrawn")}</em>;
  if (value.record) return <Led to={value.record} />;
  const read = readText(of, field, value.text ?? "");
  if (read.as === "day") return <Day of={read.text} />;
  if (read.as === "moment") return <Moment of={read.text} />;
  if (read.as === "word") return <span>{t(read.key)}</span>;
  if (read.as === "amount") {
    return (
      <span>
        {t(read.rung)} <bdi>{formatMoney(read.amount, language)}</bdi>
      </span>
    );
  }
  return <Isolated>{read.text}</Isolated>;
}

function Led({ to }: { to: NonNullable<Value["record"]> }) {
  const { t } = useWords();
  const name = nameOf(to);
  if (to.__typename === "Stakeholder" && name) {
    return (
      <Link href={`/offices/${to.id}`}>
        <Name of={name} />
      </Link>
    );
  }
  if (to.__typename === "Meeting") {
    return <Link href={`/meetings/${to.id}`}>{t("meeting.title")}</Link>;
  }
  if (to.__typename === "Commitment") {
    return <Link href={`/promises/${to.id}`}>{t("promise.title")}</Link>;
  }
  if (to.__typename === "Document") {
    return <Link href={`/letters/${to.id}`}>{t("documentKind.other")}</Link>;
  }
  return name ? <Name of={name} /> : <span>{t("history.other")}</span>;
}

function nameOf(to: NonNullable<Value["record"]>): BothNames | null {
  if ("name" in to) return to.name;
  return "person" in to && to.person ? to.person.name : null;
}
