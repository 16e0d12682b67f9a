import { type FragmentType, graphql, unmask } from "../../../gql";
import type { CommitmentFilter } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import { ButtonLink } from "../../../kit/ui/Button";
import { Section } from "../../../kit/ui/Page";
import { Empty } from "../../../kit/ui/State";
import { canLog, useViewer } from "../../../kit/viewer";
import { OPEN } from "../steps";
import { isOurs } from "../whoOwes";
import { AddPromise } from "./AddPromise";
import { LedgerRow } from "./LedgerRow";

const OfficePromises_commitments = graphql(`
  fragment OfficePromises_commitments on CommitmentConnection {
    nodes {
      id
      direction
      dueOn
      ...LedgerRow_commitment
    }
  }
`);

/** What still waits of all that was asked and promised between an office and us. */
export function promisesOfOffice(id: string, judged: boolean): CommitmentFilter {
  return { stakeholderIds: [id], ...(judged ? { statuses: OPEN } : {}) };
}

interface OfficePromisesProps {
  id: string;
  commitments: FragmentType<typeof OfficePromises_commitments>;
  /** Whether she may write one down. */
  may: boolean;
}

/** What they promised and were asked for, and what we owe them: what has a day first, the earliest first. */
export function OfficePromises({ id, commitments, may }: OfficePromisesProps) {
  const { t } = useWords();
  const viewer = useViewer();
  const byDay = unmask(OfficePromises_commitments, commitments).nodes.toSorted((one, other) =>
    (one.dueOn ?? "9999").localeCompare(other.dueOn ?? "9999"),
  );
  const theirs = byDay.filter(({ direction }) => !isOurs(direction));
  const ours = byDay.filter(({ direction }) => isOurs(direction));
  return (
    <>
      <Section title={t("office.theirPromises")}>
        {theirs.length === 0 ? (
          <Empty>{t(canLog(viewer) ? "office.noPromises" : "promises.noneOpen")}</Empty>
        ) : null}
        <ul>
          {theirs.map((one) => (
            <LedgerRow key={one.id} commitment={one} at={id} />
          ))}
        </ul>
        {ours.length === 0 ? <AllPromises id={id} /> : null}
        {may ? (
          <div>
            <AddPromise offices={[id]} />
          </div>
        ) : null}
      </Section>
      {ours.length > 0 ? (
        <Section title={t("office.ourPromises")}>
          <ul>
            {ours.map((one) => (
              <LedgerRow key={one.id} commitment={one} at={id} />
            ))}
          </ul>
          <AllPromises id={id} />
        </Section>
      ) : null}
    </>
  );
}

/** The way to the rest of them, those that have come to their end included. */
function AllPromises({ id }: { id: string }) {
  const { t } = useWords();
  return (
    <div>
      <ButtonLink weight="quiet" href={`/promises?office=${id}`}>
        {t("office.allPromises")}
      </ButtonLink>
    </div>
  );
}
