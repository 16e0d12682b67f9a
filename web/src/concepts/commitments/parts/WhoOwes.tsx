import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Listed } from "../../../kit/ui/Listed";
import { Name } from "../../../kit/ui/Name";
import { whoOwes } from "../whoOwes";

const WhoOwes_commitment = graphql(`
  fragment WhoOwes_commitment on Commitment {
    id
    direction
    owedBy {
      id
      name {
        en
        ur
      }
    }
    owedTo {
      id
      name {
        en
        ur
      }
    }
  }
`);

interface WhoOwesProps {
  commitment: FragmentType<typeof WhoOwes_commitment>;
  /** Whether each office leads to its card. */
  isLinked?: boolean;
  /** The office on whose card it stands. */
  at?: string | undefined;
}

/** Who asks or promises whom. */
export function WhoOwes({ commitment, isLinked = false, at }: WhoOwesProps) {
  const { t } = useWords();
  const { word, offices, others } = whoOwes(unmask(WhoOwes_commitment, commitment), at);
  if (offices.length === 0) return t(word);
  return (
    <Sentence
      id={word}
      values={{
        offices: <Offices of={offices} isLinked={isLinked} />,
        others: <Offices of={others} isLinked={isLinked} />,
      }}
    />
  );
}

type Office = { id: string; name: Parameters<typeof Name>[0]["of"] };

function Offices({ of, isLinked }: { of: readonly Office[]; isLinked: boolean }) {
  return (
    <Listed
      of={of.map(({ id, name }) => ({
        key: id,
        item: isLinked ? (
          <Link href={`/offices/${id}`}>
            <Name of={name} />
          </Link>
        ) : (
          <Name of={name} />
        ),
      }))}
    />
  );
}
