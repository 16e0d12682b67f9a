import { useState } from "react";
import type { Standing_CommitmentFragment as Standing } from "../../../gql/graphql";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Day } from "../../../kit/ui/Day";
import { Notice } from "../../../kit/ui/State";
import { isOpen } from "../steps";
import { ReconfirmSheet, useReconfirmation } from "./ReconfirmSheet";

interface ReconfirmProps {
  standing: Standing;
  /** Whether she may say how far it has come. */
  may: boolean;
}

/** Of an open promise whose office has a new holder: that it stays the office's, and the way to say that she stands by it. */
export function Reconfirm({ standing, may }: ReconfirmProps) {
  const { t } = useWords();
  const [isWriting, setWriting] = useState(false);
  const written = useReconfirmation(standing);
  const { inheritedOn, reconfirmBy, reconfirmedOn, status } = standing;
  // What has ended nobody owes any more; the record takes no word of the new holder for it either.
  if (!inheritedOn || !isOpen(status)) return null;
  const since = <Sentence id="reconfirm.since" values={{ day: <Day of={inheritedOn} /> }} />;
  if (reconfirmedOn) {
    return (
      <Notice tone="plain">
        <p>{since}</p>
        <p>
          <Sentence id="reconfirm.stands" values={{ day: <Day of={reconfirmedOn} /> }} />
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="plain">
      <p>{since}</p>
      {reconfirmBy ? (
        <p>
          <Sentence id="reconfirm.by" values={{ day: <Day of={reconfirmBy} /> }} />
        </p>
      ) : null}
      {may ? <Button onClick={() => setWriting(true)}>{t("reconfirm.act")}</Button> : null}
      {isWriting ? (
        <ReconfirmSheet standing={standing} of={written} onClose={() => setWriting(false)} />
      ) : null}
    </Notice>
  );
}
