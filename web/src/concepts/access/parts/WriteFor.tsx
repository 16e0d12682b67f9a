import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Names } from "../../../kit/ui/Name";
import { Section } from "../../../kit/ui/Page";
import { useViewer } from "../../../kit/viewer";
import { useActing } from "../useActing";
import { useChangeActing } from "../useChangeActing";
import styles from "./WhoMayWrite.module.css";

/** For a coordinator: the members who let her write for them, and the way to do it. */
export function WriteFor() {
  const { t } = useWords();
  const { actingFor } = useViewer();
  const { mayActFor, beginAnew } = useActing();
  const { change, held } = useChangeActing();
  if (actingFor || !mayActFor || mayActFor.length === 0) return null;
  return (
    <Section title={t("acting.title")}>
      <p className={styles.hint}>{t("acting.lead")}</p>
      <ul className={styles.list}>
        {mayActFor.map((one) => (
          <li key={one.memberId} className={styles.row}>
            <p id={one.memberId}>
              <Names of={one.name} />
            </p>
            <Button
              weight="quiet"
              aria-describedby={one.memberId}
              onClick={() => change(() => beginAnew(one))}
            >
              {t("acting.begin")}
            </Button>
          </li>
        ))}
      </ul>
      {held}
    </Section>
  );
}
