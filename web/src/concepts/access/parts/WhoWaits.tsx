import { useState } from "react";
import { useClient, useQuery } from "urql";
import { graphql } from "../../../gql";
import { outcomeOf } from "../../../kit/graphql/outcome";
import { requestIds } from "../../../kit/graphql/requestIds";
import { enumKey, type MessageKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Name } from "../../../kit/ui/Name";
import { Section } from "../../../kit/ui/Page";
import { useTell } from "../../../kit/ui/UndoBar";
import { isCoordinator, useViewer } from "../../../kit/viewer";
import styles from "./WhoMayWrite.module.css";

const WhoWaitsQuery = graphql(`
  query WhoWaits {
    users(first: 50, filter: { states: [WAITING] }) {
      nodes {
        id
        role
        state
        version
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

const LetUserInMutation = graphql(`
  mutation LetUserIn($input: LetUserInInput!) {
    letUserIn(input: $input) {
      user {
        id
        state
        version
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/**
 * For a coordinator: who was given a new way in by an administrator and waits to be let in. Nothing
 * where nobody waits.
 */
export function WhoWaits() {
  return isCoordinator(useViewer()) ? <Waiting /> : null;
}

function Waiting() {
  const { t } = useWords();
  const tell = useTell();
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  const [{ data }] = useQuery({ query: WhoWaitsQuery });
  const waiting = data?.users.nodes.filter(({ state }) => state === "WAITING") ?? [];
  if (waiting.length === 0) return null;

  const letIn = async ({ id, person, version }: (typeof waiting)[number]) => {
    // Of what she was asked about: if an administrator gave her another way in since, she is not let in.
    const change = { id, expectedVersion: version ?? "" };
    const input = { requestId: requestIdFor(change), ...change };
    const answer = await client.mutation(LetUserInMutation, { input });
    const outcome = outcomeOf(answer, (data) => data.letUserIn);
    if (outcome.kind !== "done") return tell(t(trouble(outcome)), id);
    const name = person ? <Name of={person.name} /> : t("role.other");
    tell(<Sentence id="letIn.done" values={{ name }} />, id);
  };

  return (
    <Section title={t("letIn.title")}>
      <p className={styles.hint}>{t("letIn.lead")}</p>
      <ul className={styles.list}>
        {waiting.map((user) => (
          <li key={user.id} className={styles.row}>
            <p id={user.id}>
              {user.person ? <Name of={user.person.name} /> : t("role.other")}{" "}
              <span className={styles.about}>{t(enumKey("role", user.role, "role.other"))}</span>
            </p>
            <Button aria-describedby={user.id} onClick={() => letIn(user)}>
              {t("letIn.act")}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function trouble(outcome: Exclude<ReturnType<typeof outcomeOf>, { kind: "done" }>): MessageKey {
  switch (outcome.kind) {
    case "refused":
      return enumKey("error", outcome.errors[0]?.code ?? "", "error.INVALID");
    case "offline":
    case "unsure":
      return `change.${outcome.kind}`;
    case "failed":
      return "change.failed";
  }
}
