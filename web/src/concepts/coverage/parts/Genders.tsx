import { type FragmentType, graphql, unmask } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { Facts } from "../../../kit/ui/Facts";

const Genders_people = graphql(`
  fragment Genders_people on CoveragePeople {
    women {
      value
    }
    men {
      value
    }
    other {
      value
    }
    notStated {
      value
    }
  }
`);

const Genders_heads = graphql(`
  fragment Genders_heads on CoverageHeadcount {
    women {
      value
    }
    men {
      value
    }
    notStated {
      value
    }
  }
`);

/** How many of the people met are of which gender. */
export function GendersOfPeople({ people }: { people: FragmentType<typeof Genders_people> }) {
  const { women, men, other, notStated } = unmask(Genders_people, people);
  return <Genders of={{ women, men, other, notStated }} />;
}

/** How many of the heads counted are of which gender. */
export function GendersOfHeads({ heads }: { heads: FragmentType<typeof Genders_heads> }) {
  const { women, men, notStated } = unmask(Genders_heads, heads);
  return <Genders of={{ women, men, notStated }} />;
}

type Gender = "women" | "men" | "other" | "notStated";

/** Nothing where it is not told. */
function Genders({ of }: { of: Partial<Record<Gender, { value: number | null }>> }) {
  const { t } = useWords();
  const told = (Object.keys(of) as Gender[]).flatMap((gender) => {
    const value = of[gender]?.value;
    return typeof value === "number" ? [[gender, value] as const] : [];
  });
  if (told.length === 0) return null;
  return (
    <li>
      <Facts of={told.map(([gender, value]) => [t(`genders.${gender}`), String(value)])} />
    </li>
  );
}
