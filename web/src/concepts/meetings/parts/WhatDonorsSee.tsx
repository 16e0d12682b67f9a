import type { Audience } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import styles from "./WhatDonorsSee.module.css";

interface WhatDonorsSeeProps {
  facts: Audience;
  words: Audience;
  hasProgramme: boolean;
}

/** Beside "donors too": what that lets them see, and which of them it reaches. */
export function WhatDonorsSee({ facts, words, hasProgramme }: WhatDonorsSeeProps) {
  const { t } = useWords();
  return (
    <div className={styles.sees} role="status">
      <p>
        {t(facts === "PARTNERS" && words === "PARTNERS" ? "donors.seeWords" : "donors.seeFacts")}
      </p>
      {facts === "PARTNERS" && !hasProgramme ? (
        <p className={styles.reach}>{t("donors.byCategory")}</p>
      ) : null}
    </div>
  );
}
