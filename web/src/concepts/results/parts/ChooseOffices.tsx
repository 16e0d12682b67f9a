import { useMemo, useState } from "react";
import type { StakeholderCategory } from "../../../gql/graphql";
import { isFound } from "../../../kit/fold";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { directionOf } from "../../../kit/ui/direction";
import { Field, Fieldset } from "../../../kit/ui/Field";
import { Listed } from "../../../kit/ui/Listed";
import { Name, Names, pickName } from "../../../kit/ui/Name";
import { Empty } from "../../../kit/ui/State";
import { DistrictSelect } from "../../reference/parts/DistrictSelect";
import { CategoryToNarrow } from "../../stakeholders/parts/CategoryToNarrow";
import type { OfficeToList } from "../useAllOffices";
import styles from "./ChooseOffices.module.css";

/** How many offices stand there before more are asked for. */
const STEP = 40;

interface ChooseOfficesProps {
  offices: readonly OfficeToList[];
  named: ReadonlySet<string>;
  error: string | undefined;
  onChange: (named: ReadonlySet<string>) => void;
}

/** Whom the list names: ticked one by one, or all at once that go by a name, a kind and a district. */
export function ChooseOffices({ offices, named, error, onChange }: ChooseOfficesProps) {
  const { t, language } = useWords();
  const [search, setSearch] = useState("");
  const [category, setCategory] = useState<StakeholderCategory | null>(null);
  const [district, setDistrict] = useState("");
  const [most, setMost] = useState(STEP);
  const sorted = useMemo(() => {
    const nameOf = ({ name }: OfficeToList) => pickName(name, language).text;
    const { compare } = new Intl.Collator(language);
    return [...offices].sort((one, other) => compare(nameOf(one), nameOf(other)));
  }, [offices, language]);
  const fitting = sorted.filter(
    (office) =>
      (!category || office.category === category) &&
      (!district || office.districts.some(({ id }) => id === district)) &&
      isFound(search, [
        office.name.en ?? "",
        office.name.ur ?? "",
        office.shortName ?? "",
        ...office.aliases,
      ]),
  );
  const isNarrowed = fitting.length < offices.length;
  const isNamed = ({ id }: OfficeToList) => named.has(id);
  const takeAll = () => onChange(new Set([...named, ...fitting.map(({ id }) => id)]));
  const leaveAll = () => {
    const left = new Set(fitting.map(({ id }) => id));
    onChange(new Set([...named].filter((id) => !left.has(id))));
  };
  const narrow = (set: () => void) => {
    set();
    setMost(STEP);
  };

  return (
    <Fieldset legend={t("list.whom")} hint={t("list.whomHint")} error={error}>
      <div className={styles.narrow}>
        <Field label={t("offices.search")}>
          {(control) => (
            <input
              {...control}
              type="search"
              dir={directionOf(search)}
              value={search}
              onChange={({ target }) => narrow(() => setSearch(target.value))}
            />
          )}
        </Field>
        <CategoryToNarrow value={category} onChange={(kind) => narrow(() => setCategory(kind))} />
        <Field label={t("form.district")}>
          {(control) => (
            <DistrictSelect
              {...control}
              value={district}
              none="district.all"
              onChoose={(id) => narrow(() => setDistrict(id))}
            />
          )}
        </Field>
      </div>
      <div className={styles.all}>
        <Button disabled={fitting.every(isNamed)} onClick={takeAll}>
          {t(isNarrowed ? "list.takeThese" : "list.takeAll", { count: fitting.length })}
        </Button>
        <Button disabled={!fitting.some(isNamed)} onClick={leaveAll}>
          {t(isNarrowed ? "list.leaveThese" : "list.leaveAll", { count: fitting.length })}
        </Button>
      </div>
      <p role="status" className={styles.count}>
        {t("list.names", { count: named.size })}
      </p>
      {fitting.length === 0 ? <Empty>{t("offices.empty")}</Empty> : null}
      <ul className={styles.offices}>
        {fitting.slice(0, most).map((office) => (
          <li key={office.id}>
            <label className={styles.office}>
              <input
                type="checkbox"
                className={styles.box}
                checked={named.has(office.id)}
                onChange={({ target }) => {
                  const now = new Set(named);
                  if (target.checked) now.add(office.id);
                  else now.delete(office.id);
                  onChange(now);
                }}
              />
              <span>
                <Names of={office.name} />
                <span className={styles.about}>
                  {t(enumKey("category", office.category, "category.OTHER"))}
                  {office.districts.length > 0 ? " · " : null}
                  <Listed
                    of={office.districts.map(({ id, name }) => ({
                      key: id,
                      item: <Name of={name} />,
                    }))}
                  />
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {fitting.length > most ? (
        <div>
          <Button weight="quiet" onClick={() => setMost(most + STEP)}>
            {t("more")}
          </Button>
        </div>
      ) : null}
    </Fieldset>
  );
}
