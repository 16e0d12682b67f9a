import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Text } from "../../../kit/ui/Text";
import { isOpen } from "../steps";
import { ByWhen } from "./ByWhen";
import styles from "./LedgerRow.module.css";
import { WhoOwes } from "./WhoOwes";

const LedgerRow_commitment = graphql(`
  fragment LedgerRow_commitment on Commitment {
    id
    kind
    status
    reportedStatus
    inheritedOn
    reconfirmedOn
    text {
      text
      language
    }
    ...WhoOwes_commitment
    ...ByWhen_commitment
  }
`);

interface LedgerRowProps {
  commitment: FragmentType<typeof LedgerRow_commitment>;
  /** The office on whose page it stands. */
  at?: string;
}

/** A promise or an ask on one line: what, which office, by when, and where it stands. */
export function LedgerRow({ commitment: masked, at }: LedgerRowProps) {
  const { t } = useWords();
  const commitment = unmask(LedgerRow_commitment, masked);
  const { status, reportedStatus } = commitment;
  return (
    <li className={styles.row}>
      <Link href={`/promises/${commitment.id}`} className={styles.link}>
        <Text of={commitment.text} />
      </Link>
      <p className={styles.about}>
        <span>
          <WhoOwes commitment={commitment} at={at} />
        </span>
        {commitment.kind ? (
          <span>{t(enumKey("promiseKind", commitment.kind, "promiseKind.OTHER"))}</span>
        ) : null}
        <ByWhen commitment={commitment} />
        {isOpen(status) && commitment.inheritedOn && !commitment.reconfirmedOn ? (
          <span>{t("promise.byPredecessor")}</span>
        ) : null}
        {status ? (
          <span className={styles.status}>
            {t(enumKey("promiseStatus", status, "promiseStatus.other"))}
          </span>
        ) : null}
        {!status && reportedStatus ? (
          <span className={styles.status}>
            {t("promise.theySay", {
              status: t(enumKey("promiseStatus", reportedStatus, "promiseStatus.other")),
            })}
          </span>
        ) : null}
      </p>
    </li>
  );
}
