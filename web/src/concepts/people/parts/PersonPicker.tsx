import { useState } from "react";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import { Listed } from "../../../kit/ui/Listed";
import { Name, Names } from "../../../kit/ui/Name";
import type { ChosenPerson } from "../personDraft";
import { usePeopleSearch } from "../usePeopleSearch";
import styles from "./PersonPicker.module.css";

interface PersonPickerProps {
  error: string | undefined;
  onPick: (person: ChosenPerson) => void;
  /** A name that is to be added. */
  onNew: (text: string) => void;
}

/**
 * Finding somebody by a few letters of the name, with what she is and where, as names are alike. To
 * add the name as somebody new is offered only once it is known whom it finds.
 */
export function PersonPicker({ error, onPick, onNew }: PersonPickerProps) {
  const { t } = useWords();
  const [search, setSearch] = useState("");
  const typed = search.trim();
  const { found, hasMore, isSettled, isUnreachable } = usePeopleSearch(typed);
  return (
    <Field label={t("holder.who")} hint={t("holder.whoHint")} error={error}>
      {(control) => (
        <div>
          <input
            {...control}
            type="search"
            dir={directionOf(search)}
            autoComplete="off"
            enterKeyHint="search"
            value={search}
            onChange={({ target }) => setSearch(target.value)}
            onKeyDown={(event) => {
              // A phone's "go" key stands here for looking, never for saving the form.
              if (event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault();
            }}
          />
          {typed ? (
            <ul className={styles.found} aria-label={t("holder.found")}>
              {found.map(({ id, name, posts }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={styles.option}
                    onClick={() => onPick({ id, name })}
                  >
                    <Names of={name} />
                    <span className={styles.about}>
                      <Listed
                        of={posts
                          .filter(({ isCurrent }) => isCurrent)
                          .map(({ id: post, title, stakeholder }) => ({
                            key: post,
                            item: (
                              <>
                                <Name of={title} />
                                {stakeholder ? " · " : null}
                                {stakeholder ? <Name of={stakeholder.name} /> : null}
                              </>
                            ),
                          }))}
                      />
                    </span>
                  </button>
                </li>
              ))}
              {hasMore ? <li className={styles.none}>{t("picker.more")}</li> : null}
              {isSettled && found.length === 0 ? (
                <li className={styles.none}>
                  {t(isUnreachable ? "holder.unreachable" : "holder.noneFound")}
                </li>
              ) : null}
              {isSettled ? (
                <li>
                  <button type="button" className={styles.option} onClick={() => onNew(typed)}>
                    <span>
                      <Sentence
                        id="holder.asNew"
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
      )}
    </Field>
  );
}
