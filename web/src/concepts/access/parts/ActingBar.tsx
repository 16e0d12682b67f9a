import { Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Name } from "../../../kit/ui/Name";
import { useViewer } from "../../../kit/viewer";
import { useActing } from "../useActing";
import { useChangeActing } from "../useChangeActing";
import styles from "./ActingBar.module.css";
import { NotLet } from "./NotLet";

/** On every page: for whom it is written, and the way to another, or back to oneself. */
export function ActingBar() {
  const { t } = useWords();
  const { actingFor, person } = useViewer();
  const { mayActFor, hasOwn, end } = useActing();
  const { change, held } = useChangeActing();
  if (!actingFor) return <NotLet />;
  const mayChange = hasOwn || (mayActFor?.length ?? 0) > 1;
  return (
    <section className={styles.bar} aria-label={t("acting.title")}>
      <p>
        {person ? (
          <Sentence
            id="acting.now"
            values={{
              name: (
                <strong>
                  <Name of={person.name} />
                </strong>
              ),
            }}
          />
        ) : (
          t("acting.nowSomebody")
        )}
      </p>
      {mayChange ? (
        <Button weight="quiet" onClick={() => change(end)}>
          {t(hasOwn ? "acting.back" : "acting.another")}
        </Button>
      ) : null}
      {held}
    </section>
  );
}
