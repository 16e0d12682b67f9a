import { useState } from "react";
import { useQuery } from "urql";
import { graphql, unmask } from "../../../gql";
import { CAUCUS_ZONE, formatInstantDay } from "../../../kit/dates";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Name } from "../../../kit/ui/Name";
import { Section } from "../../../kit/ui/Page";
import { Empty, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { useTell, useUndo } from "../../../kit/ui/UndoBar";
import { Grants_member, useGrants } from "../grants";
import { LetSheet } from "./LetSheet";
import styles from "./WhoMayWrite.module.css";

const WhoMayWriteQuery = graphql(`
  query WhoMayWrite {
    viewer {
      id
      member {
        id
        ...Grants_member
      }
    }
  }
`);

/** For a member: who may write for her, since when, and the ways to end it and to let somebody. */
export function WhoMayWrite() {
  const { t, language } = useWords();
  const tell = useTell();
  const offerUndo = useUndo();
  const grants = useGrants();
  const [isOpen, setOpen] = useState(false);
  const [{ data, error }, ask] = useQuery({ query: WhoMayWriteQuery });
  const member = unmask(Grants_member, data?.viewer?.member);
  const known = member?.actedForBy;

  const end = async ({ user, grantedAt }: NonNullable<typeof known>[number]) => {
    const trouble = await grants.end(user.id, grantedAt);
    if (trouble) return tell(t(trouble), user.id);
    const name = user.person ? <Name of={user.person.name} /> : t("role.other");
    offerUndo(
      <Sentence id="mayWrite.ended" values={{ name }} />,
      async () => {
        const failed = await grants.let(user.id, grantedAt);
        if (failed) tell(t(failed), user.id);
      },
      user.id,
    );
  };

  return (
    <Section title={t("mayWrite.title")}>
      {error && !data ? <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} /> : null}
      {!data && !error ? <Skeleton lines={2} /> : null}
      {known?.length === 0 ? <Empty>{t("mayWrite.none")}</Empty> : null}
      {known && known.length > 0 ? (
        <ul className={styles.list}>
          {known.map((grant) => (
            <li key={grant.user.id} className={styles.row}>
              <p id={grant.user.id}>
                {grant.user.person ? <Name of={grant.user.person.name} /> : t("role.other")}{" "}
                <span className={styles.about}>
                  <Sentence
                    id="mayWrite.since"
                    values={{
                      role: t(enumKey("role", grant.user.role, "role.other")),
                      day: formatInstantDay(grant.grantedAt, language, CAUCUS_ZONE),
                    }}
                  />
                </span>
              </p>
              <Button weight="quiet" aria-describedby={grant.user.id} onClick={() => end(grant)}>
                {t("mayWrite.end")}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {known ? (
        <div>
          <Button onClick={() => setOpen(true)}>{t("mayWrite.add")}</Button>
        </div>
      ) : null}
      {isOpen && known ? (
        <LetSheet without={known.map(({ user }) => user.id)} onClose={() => setOpen(false)} />
      ) : null}
    </Section>
  );
}
