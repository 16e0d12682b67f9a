import { type FormEvent, useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../../gql";
import type { MessageKey } from "../../../kit/i18n/words";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Name } from "../../../kit/ui/Name";
import { Sheet } from "../../../kit/ui/Sheet";
import { Empty, Notice, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { useTell } from "../../../kit/ui/UndoBar";
import { useGrants } from "../grants";
import styles from "./WhoMayWrite.module.css";

const WhoCouldWriteQuery = graphql(`
  query WhoCouldWrite {
    users(filter: { roles: [AIDE, COORDINATOR], states: [ACTIVE] }, first: 100) {
      nodes {
        id
        role
        person {
          id
          name {
            en
            ur
          }
        }
      }
    }
  }
`);

interface LetSheetProps {
  /** Those who may already. */
  without: readonly string[];
  onClose: () => void;
}

/** What it means that somebody writes for her, before she lets one; and whom she could. */
export function LetSheet({ without, onClose }: LetSheetProps) {
  const { t } = useWords();
  const tell = useTell();
  const grants = useGrants();
  // One time of asking: the same tap again is the same request.
  const [begunAt] = useState(() => new Date().toISOString());
  const [chosen, setChosen] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<MessageKey | null>(null);
  const [isSending, setSending] = useState(false);
  const [{ data, error }, ask] = useQuery({ query: WhoCouldWriteQuery });
  const users = data?.users.nodes.flatMap(({ person, ...user }) =>
    person && !without.includes(user.id) ? [{ ...user, name: person.name }] : [],
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const user = users?.find(({ id }) => id === chosen);
    if (!user) return setTrouble("mayWrite.choose");
    setSending(true);
    const failed = await grants.let(user.id, begunAt);
    setSending(false);
    setTrouble(failed);
    if (failed) return;
    onClose();
    tell(<Sentence id="mayWrite.let" values={{ name: <Name of={user.name} /> }} />, user.id);
  };

  return (
    <Sheet title={t("mayWrite.add")} onClose={onClose}>
      <form className={styles.sheet} onSubmit={submit}>
        <p>{t("mayWrite.means")}</p>
        {error && !data ? (
          <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} />
        ) : null}
        {!data && !error ? <Skeleton lines={2} /> : null}
        {users?.length === 0 ? <Empty>{t("mayWrite.nobody")}</Empty> : null}
        {users && users.length > 0 ? (
          <>
            <div role="radiogroup" aria-label={t("mayWrite.who")} className={styles.names}>
              {users.map(({ id, role, name }) => (
                <label key={id} className={styles.name}>
                  <input
                    type="radio"
                    name="user"
                    className={styles.radio}
                    checked={chosen === id}
                    onChange={() => {
                      setChosen(id);
                      setTrouble(null);
                    }}
                  />
                  <span>
                    <Name of={name} />{" "}
                    <span className={styles.about}>{t(enumKey("role", role, "role.other"))}</span>
                  </span>
                </label>
              ))}
            </div>
            {trouble ? <Notice tone="bad">{t(trouble)}</Notice> : null}
            <Button type="submit" weight="main" disabled={isSending}>
              {t("mayWrite.submit")}
            </Button>
          </>
        ) : null}
      </form>
    </Sheet>
  );
}
