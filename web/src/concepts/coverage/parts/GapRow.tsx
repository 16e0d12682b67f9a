import { type FragmentType, graphql, unmask } from "../../../gql";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import { Name } from "../../../kit/ui/Name";
import { OfficeLine } from "../../stakeholders/parts/OfficeLine";
import styles from "./GapRow.module.css";

const GapRow_gap = graphql(`
  fragment GapRow_gap on Gap {
    why
    lastMetOn
    overdueBy
    nextStep
    stakeholder {
      id
      name {
        en
        ur
      }
      category
      districts {
        id
        name {
          en
          ur
        }
      }
      owner {
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

/** An office whom we miss: why, when it was last met, who keeps in touch, and what can be done next. */
export function GapRow({ gap: masked }: { gap: FragmentType<typeof GapRow_gap> }) {
  const { t } = useWords();
  const gap = unmask(GapRow_gap, masked);
  const { stakeholder } = gap;
  if (!stakeholder) return null;
  return (
    <OfficeLine office={stakeholder}>
      <span className={gap.overdueBy === null ? styles.why : styles.overdue}>
        {t(enumKey("missed.why", gap.why, "missed.why.NOT_MET"))}
        {gap.overdueBy === null ? null : <> ({t("missed.overdueBy", { count: gap.overdueBy })})</>}
      </span>
      {gap.lastMetOn ? (
        <span>
          <Sentence id="office.lastMetOn" values={{ day: <Day of={gap.lastMetOn} /> }} />
        </span>
      ) : null}
      {stakeholder.owner?.person ? (
        <span>
          <Sentence
            id="missed.owner"
            values={{ name: <Name of={stakeholder.owner.person.name} /> }}
          />
        </span>
      ) : null}
      <span>{t(enumKey("missed.next", gap.nextStep, "missed.next.SCHEDULE_MEETING"))}</span>
    </OfficeLine>
  );
}
