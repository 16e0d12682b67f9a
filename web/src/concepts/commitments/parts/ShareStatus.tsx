import { useState } from "react";
import { useClient } from "urql";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { isRefusedAs, outcomeOf } from "../../../kit/graphql/outcome";
import { requestIds } from "../../../kit/graphql/requestIds";
import { enumKey, type MessageKey, useWords } from "../../../kit/i18n/words";
import { Notice } from "../../../kit/ui/State";
import styles from "./ShareStatus.module.css";

const ShareStatus_commitment = graphql(`
  fragment ShareStatus_commitment on Commitment {
    id
    version
    audience
    isStatusShared
  }
`);

const ShareStatusMutation = graphql(`
  mutation ShareStatus($input: UpdateCommitmentInput!) {
    updateCommitment(input: $input) {
      commitment {
        id
        ...ShareStatus_commitment
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Whether partners read where it stands as we judge it: for coordinators to say, and to take back. */
export function ShareStatus({
  commitment: masked,
}: {
  commitment: FragmentType<typeof ShareStatus_commitment>;
}) {
  const { t } = useWords();
  const client = useClient();
  const { id, version, audience, isStatusShared } = unmask(ShareStatus_commitment, masked);
  const [requestIdFor] = useState(requestIds);
  const [wished, setWished] = useState<boolean | null>(null);
  const [failed, setFailed] = useState<MessageKey | null>(null);

  const share = async (wish: boolean) => {
    if (wished !== null) return;
    setWished(wish);
    setFailed(null);
    const send = async (expectedVersion: string) => {
      const change = { id, expectedVersion, isStatusShared: wish };
      const input = { requestId: requestIdFor(change), ...change };
      const answer = await client.mutation(ShareStatusMutation, { input });
      return outcomeOf(answer, (data) => data.updateCommitment);
    };
    let outcome = await send(version);
    // What else was changed in the meantime has no bearing on what she wishes here.
    if (isRefusedAs("VERSION_CONFLICT", outcome) && outcome.kind === "refused") {
      const now = outcome.payload.commitment;
      if (now) outcome = await send(unmask(ShareStatus_commitment, now).version);
    }
    setWished(null);
    if (outcome.kind === "refused") {
      setFailed(enumKey("error", outcome.errors[0]?.code ?? "", "error.INVALID"));
    } else if (outcome.kind !== "done") {
      setFailed(`change.${outcome.kind}`);
    }
  };

  return (
    <div className={styles.share}>
      <label className={styles.label}>
        <input
          type="checkbox"
          className={styles.box}
          checked={wished ?? isStatusShared ?? false}
          onChange={({ target }) => share(target.checked)}
        />
        <span>{t("promise.share")}</span>
      </label>
      {audience === "PARTNERS" ? null : <p className={styles.hint}>{t("promise.shareHint")}</p>}
      {failed ? <Notice tone="bad">{t(failed)}</Notice> : null}
    </div>
  );
}
