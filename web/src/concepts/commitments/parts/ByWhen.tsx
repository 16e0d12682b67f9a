import { type FragmentType, graphql, unmask } from "../../../gql";
import { Sentence } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import styles from "./ByWhen.module.css";

const ByWhen_commitment = graphql(`
  fragment ByWhen_commitment on Commitment {
    id
    dueOn
    awaitsJudgement
  }
`);

/** By when it is due, and in words that the day has passed; nothing where no day was named. */
export function ByWhen({
  commitment: masked,
}: {
  commitment: FragmentType<typeof ByWhen_commitment>;
}) {
  const { dueOn, awaitsJudgement } = unmask(ByWhen_commitment, masked);
  if (!dueOn) return null;
  return (
    <span className={awaitsJudgement ? styles.past : undefined}>
      <Sentence
        id={awaitsJudgement ? "promise.pastDay" : "task.dueOn"}
        values={{ day: <Day of={dueOn} /> }}
      />
    </span>
  );
}
