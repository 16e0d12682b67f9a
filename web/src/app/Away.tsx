import { useSyncExternalStore } from "react";
import { useConnection } from "../kit/graphql/client";
import { Sentence, useWords } from "../kit/i18n/words";
import { Moment } from "../kit/ui/Day";
import styles from "./Away.module.css";

/** Says that the record is out of reach, and as of when that is which is shown. */
export function Away() {
  const { t } = useWords();
  const { reading } = useConnection();
  const { isAway, asOf } = useSyncExternalStore(reading.subscribe, reading.away);
  return (
    <div role="status">
      {isAway ? (
        <p className={styles.away}>
          {asOf === null ? (
            t("away.noConnection")
          ) : (
            <Sentence
              id="away.asOf"
              values={{ moment: <Moment of={new Date(asOf).toISOString()} /> }}
            />
          )}
        </p>
      ) : null}
    </div>
  );
}
