import { useQuery } from "urql";
import { graphql } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { Name } from "../../../kit/ui/Name";
import type { PickedOffice } from "../../stakeholders/parts/OfficePicker";
import styles from "./RecentOffices.module.css";

export const RecentOfficesQuery = graphql(`
  query RecentOffices {
    meetings(orderBy: { field: HELD_ON, direction: DESC }, first: 12) {
      nodes {
        id
        stakeholders {
          id
          stakeholder {
            id
            name {
              en
              ur
            }
            districts {
              id
            }
          }
        }
      }
    }
  }
`);

const SHOWN = 4;

/** The offices that were met last: often she met one of them again. */
export function RecentOffices({ onPick }: { onPick: (office: PickedOffice) => void }) {
  const { t } = useWords();
  const [{ data }] = useQuery({ query: RecentOfficesQuery });
  const met = data?.meetings.nodes.flatMap(({ stakeholders }) => stakeholders) ?? [];
  const offices = new Map(
    met.flatMap(({ stakeholder }) => (stakeholder ? [[stakeholder.id, stakeholder]] : [])),
  );
  if (offices.size === 0) return null;
  return (
    <div className={styles.recent}>
      <p className={styles.label}>{t("form.recent")}</p>
      <ul className={styles.list}>
        {[...offices.values()].slice(0, SHOWN).map(({ id, name, districts }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.office}
              onClick={() =>
                onPick({ stakeholderId: id, name, districtId: districts[0]?.id ?? null })
              }
            >
              <Name of={name} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
