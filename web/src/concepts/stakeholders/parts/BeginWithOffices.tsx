import type { ReactNode } from "react";
import { useQuery } from "urql";
import { graphql } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { ButtonLink } from "../../../kit/ui/Button";
import { Icon } from "../../../kit/ui/Icon";
import { Empty } from "../../../kit/ui/State";
import styles from "./BeginWithOffices.module.css";

const AnyOfficeQuery = graphql(`
  query AnyOffice {
    stakeholders(first: 1) {
      nodes {
        id
      }
    }
  }
`);

/** For a coordinator, where the record is empty: with what to begin, and the way there. */
export function BeginWithOffices({ otherwise }: { otherwise: ReactNode }) {
  const { t } = useWords();
  const [{ data, fetching }] = useQuery({ query: AnyOfficeQuery });
  if (fetching && !data) return null;
  if (!data || data.stakeholders.nodes.length > 0) return otherwise;
  return (
    <div className={styles.begin}>
      <Empty>{t("home.begin")}</Empty>
      <ButtonLink href="/offices/new">
        <Icon name="add" /> {t("officeForm.add")}
      </ButtonLink>
    </div>
  );
}
