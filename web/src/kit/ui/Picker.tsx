import type { ReactNode } from "react";
import { type MessageKey, Sentence } from "../i18n/words";
import { directionOf } from "./direction";
import type { ControlProps } from "./Field";
import { Isolated } from "./Isolated";
import { type BothNames, Names } from "./Name";
import styles from "./Picker.module.css";

interface PickerProps<Found> {
  control: ControlProps;
  placeholder?: string;
  search: string;
  onSearch: (search: string) => void;
  /** What the list of what was found is called. */
  label: string;
  found: readonly Found[];
  /** What there is to know of one beside the name, as names are alike. */
  about: (found: Found) => ReactNode;
  onPick: (found: Found) => void;
  /** The only one that is meant, which the "go" key of a phone takes. */
  only?: Found | undefined;
  /** Said above and below what was found. */
  head?: string | null;
  foot: string | null;
  /** What may be done with the letters themselves; null until it is known what they find. */
  asText: { word: MessageKey; take: (text: string) => void } | null;
}

/** Finding a record by a few letters of its name; what was found stands below, under the thumb. */
export function Picker<Found extends { id: string; name: BothNames }>({
  control,
  placeholder,
  search,
  onSearch,
  label,
  found,
  about,
  onPick,
  only,
  head = null,
  foot,
  asText,
}: PickerProps<Found>) {
  const typed = search.trim();
  return (
    <div>
      <input
        {...control}
        type="search"
        dir={directionOf(search)}
        autoComplete="off"
        enterKeyHint="search"
        placeholder={placeholder}
        value={search}
        onChange={({ target }) => onSearch(target.value)}
        onKeyDown={(event) => {
          // A phone's "go" key stands here for looking and choosing, never for saving the form.
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (only) onPick(only);
        }}
      />
      {typed ? (
        <ul className={styles.found} aria-label={label}>
          {head ? <li className={styles.none}>{head}</li> : null}
          {found.map((one) => (
            <li key={one.id}>
              <button type="button" className={styles.option} onClick={() => onPick(one)}>
                <Names of={one.name} />
                <span className={styles.about}>{about(one)}</span>
              </button>
            </li>
          ))}
          {foot ? <li className={styles.none}>{foot}</li> : null}
          {asText ? (
            <li>
              <button type="button" className={styles.option} onClick={() => asText.take(typed)}>
                <span>
                  <Sentence
                    id={asText.word}
                    values={{
                      text: (
                        <strong>
                          <Isolated>{typed}</Isolated>
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
