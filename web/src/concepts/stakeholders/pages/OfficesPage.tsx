import { useSearchParams } from "wouter";
import type { StakeholderFilter } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import { ButtonLink } from "../../../kit/ui/Button";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import { Icon } from "../../../kit/ui/Icon";
import { Page } from "../../../kit/ui/Page";
import { useDebounced } from "../../../kit/useDebounced";
import { isCoordinator, useViewer } from "../../../kit/viewer";
import { CATEGORIES } from "../categories";
import { CategoryToNarrow } from "../parts/CategoryToNarrow";
import { OfficeList } from "../parts/OfficeList";
import styles from "./OfficesPage.module.css";

/** All offices; what is searched for stands in the address, so that "back" brings it back. */
export function OfficesPage() {
  const { t } = useWords();
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const search = params.get("search") ?? "";
  const category = CATEGORIES.find((value) => value === params.get("category")) ?? null;
  const settled = useDebounced(search.trim());

  const set = (name: "search" | "category", value: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );

  const filter: StakeholderFilter = {
    ...(settled ? { search: settled } : {}),
    ...(category ? { categories: [category] } : {}),
  };

  return (
    <Page title={t("nav.offices")} tab={t("nav.offices")}>
      <search className={styles.search}>
        <Field label={t("offices.search")}>
          {(props) => (
            <input
              {...props}
              type="search"
              dir={directionOf(search)}
              value={search}
              onChange={(event) => set("search", event.target.value)}
            />
          )}
        </Field>
        <CategoryToNarrow value={category} onChange={(kind) => set("category", kind ?? "")} />
      </search>
      {isCoordinator(viewer) ? (
        <div>
          <ButtonLink href="/offices/new">
            <Icon name="add" /> {t("officeForm.add")}
          </ButtonLink>
        </div>
      ) : null}
      <div>
        <ButtonLink weight="quiet" href="/letters">
          {t("letters.all")}
        </ButtonLink>
      </div>
      <OfficeList filter={filter} />
    </Page>
  );
}
