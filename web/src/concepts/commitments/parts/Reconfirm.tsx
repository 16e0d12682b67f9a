import { useState } from "react";
import type { Standing_CommitmentFragment as Standing } from "../../../gql/graphql";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Day } from "../../../kit/ui/Day";
import { Notice } from "../../../kit/ui/State";
import { ReconfirmSheet } from "./ReconfirmSheet";

interface ReconfirmProps {
  standing: Standing;
  /** Whether she may say how far it has come. */
  may: boolean;
}

/** Of a promise whose office has a new holder: that it stays the office's, and the way to say that she stands by it. */
export function Reconfirm({ standing, may }: ReconfirmProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { inheritedOn, reconfirmBy, reconfirmedOn } = standing;
  if (!inheritedOn) return null;
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
      {may ? <Button onClick={() => setOpen(true)}>{t("reconfirm.act")}</Button> : null}
      {isOpen ? <ReconfirmSheet standing={standing} onClose={() => setOpen(false)} /> : null}
    </Notice>
  );
}
