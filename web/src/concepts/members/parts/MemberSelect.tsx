import { useQuery } from "urql";
import { graphql } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { type BothNames, pickName } from "../../../kit/ui/Name";

export const MembersQuery = graphql(`
  query MembersToChoose($orderBy: NameOrder!) {
    members(orderBy: $orderBy, first: 100) {
      nodes {
        id
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

interface ChosenMember {
  memberId: string;
  personId: string;
  name: BothNames;
}

interface MemberSelectProps {
  id: string;
  className: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
  /** What stands there while nobody is chosen. */
  prompt: string;
  value: string;
  /** Those who are not offered, because they are there already. */
  without: readonly string[];
  onChoose: (member: ChosenMember | null) => void;
}

/** Choosing one member of the caucus, with the machine's own list. */
export function MemberSelect({ prompt, value, without, onChoose, ...control }: MemberSelectProps) {
  const { language } = useWords();
  const [{ data }] = useQuery({
    query: MembersQuery,
    variables: { orderBy: { field: language === "ur" ? "NAME_UR" : "NAME_EN", direction: "ASC" } },
  });
  const members = (data?.members.nodes ?? []).flatMap(({ id, person }) =>
    person && !without.includes(id)
      ? [{ memberId: id, personId: person.id, name: person.name }]
      : [],
  );
  return (
    <select
      {...control}
      value={value}
      onChange={(event) =>
        onChoose(members.find(({ memberId }) => memberId === event.target.value) ?? null)
      }
    >
      <option value="">{prompt}</option>
      {members.map(({ memberId, name }) => {
        const shown = pickName(name, language);
        return (
          <option key={memberId} value={memberId} lang={shown.language}>
            {shown.text}
          </option>
        );
      })}
    </select>
  );
}
