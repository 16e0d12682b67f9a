import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { directionOf } from "../../../kit/ui/direction";
import { Listed } from "../../../kit/ui/Listed";
import { type BothNames, Name, Names } from "../../../kit/ui/Name";
import { useOfficeSearch } from "../useOfficeSearch";
import styles from "./OfficePicker.module.css";

export interface PickedOffice {
  stakeholderId: string;
  name: BothNames;
  districtId: string | null;
}

interface OfficePickerProps {
  control: {
    id: string;
    className: string;
    "aria-describedby": string | undefined;
    "aria-invalid": boolean | undefined;
  };
  search: string;
  onSearch: (search: string) => void;
  onPick: (office: PickedOffice) => void;
  /** Given where a name that the record does not have may stand as text. */
  onText?: (text: string) => void;
  /** Whether a name that finds nothing is looked for by its words as well. */
  isNearOffered?: boolean;
}

/**
 * Finding an office by a few letters of its name; what was found stands below, under the thumb. To
 * keep the letters as text is offered only once it is known what they find.
 */
export function OfficePicker({
  control,
  search,
  onSearch,
  onPick,
  onText,
  isNearOffered = false,
}: OfficePickerProps) {
  const { t } = useWords();
  const typed = search.trim();
  const { found, hasMore, isSettled, isNear, isUnreachable } = useOfficeSearch(
    typed,
    isNearOffered,
  );
  const pick = ({ id, name, districts }: (typeof found)[number]) =>
    onPick({ stakeholderId: id, name, districtId: districts[0]?.id ?? null });

  return (
    <div>
      <input
        {...control}
        type="search"
        dir={directionOf(search)}
        autoComplete="off"
        enterKeyHint="search"
        placeholder={t("picker.prompt")}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={(event) => {
          // A phone's "go" key stands here for choosing what was found, never for saving the form.
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          const only = found.length === 1 ? found[0] : undefined;
          if (isSettled && !isNear && only) pick(only);
        }}
      />
      {typed ? (
        <ul className={styles.found} aria-label={t("picker.found")}>
          {isNear && found.length > 0 ? <li className={styles.none}>{t("picker.near")}</li> : null}
          {found.map((office) => (
            <li key={office.id}>
              <button type="button" className={styles.option} onClick={() => pick(office)}>
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
              </button>
            </li>
          ))}
          {hasMore ? <li className={styles.none}>{t("picker.more")}</li> : null}
          {isSettled && found.length === 0 ? (
            <li className={styles.none}>
              {t(isUnreachable ? "picker.unreachable" : "picker.none")}
            </li>
          ) : null}
          {isSettled && onText ? (
            <li>
              <button type="button" className={styles.option} onClick={() => onText(typed)}>
                <span>
                  <Sentence
                    id="picker.asText"
                    values={{
                      text: (
                        <strong>
                          <bdi>{typed}</bdi>
                        </strong>
                      ),
                    }}
                  />
                </span>
              </button>
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}
