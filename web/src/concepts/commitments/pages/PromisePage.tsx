import { useState } from "react";
import { useQuery } from "urql";
import { graphql, unmask } from "../../../gql";
import type { Standing_CommitmentFragment as Standing } from "../../../gql/graphql";
import { isNoId } from "../../../kit/graphql/client";
import { useWords } from "../../../kit/i18n/words";
import { Absent } from "../../../kit/ui/Absent";
import { Button } from "../../../kit/ui/Button";
import { Page } from "../../../kit/ui/Page";
import { ReadFailed, Skeleton } from "../../../kit/ui/State";
import { Text } from "../../../kit/ui/Text";
import { isCoordinator, useViewer } from "../../../kit/viewer";
import { History } from "../../changes/parts/History";
import { RowActs } from "../../meetings/parts/RowActs";
import { rowOfPromise } from "../../meetings/rows/rowOfRecord";
import { ConfirmHere } from "../../records/parts/ConfirmHere";
import { TakenAway } from "../../records/parts/TakeAway";
import { MayAdvance_commitment, Standing_commitment } from "../fragments";
import { mayAdvance } from "../mayAdvance";
import { AdvanceSheet } from "../parts/AdvanceSheet";
import { Ladder } from "../parts/Ladder";
import { PromiseFacts } from "../parts/PromiseFacts";
import { Reconfirm } from "../parts/Reconfirm";
import { SetDetails } from "../parts/SetDetails";
import { ShareStatus } from "../parts/ShareStatus";
import { Steps } from "../parts/Steps";
import { WhoOwes } from "../parts/WhoOwes";
import { hasCome } from "../rungs";
import { nextOf } from "../steps";
import { Ladder_commitment } from "../useAmounts";
import { useAdvance } from "../useSteps";
import { isAsk } from "../whoOwes";

const PromiseQuery = graphql(`
  query Promise($id: ID!) {
    commitment(id: $id) {
      id
      direction
      version
      archivedOn
      text {
        text
        language
      }
      recordedBy {
        id
        name {
          en
          ur
        }
      }
      recordedFor {
        id
      }
      confirmedAt
      meeting {
        id
        archivedOn
      }
      document {
        id
        archivedOn
      }
      ...WhoOwes_commitment
      ...PromiseFacts_commitment
      ...Standing_commitment
      ...MayAdvance_commitment
      ...ShareStatus_commitment
      ...Details_commitment
      ...Ladder_commitment
      ...PromiseRow_commitment
    }
  }
`);

/** All that is known of one ask or promise: who owes it, where it stands, and how it came there. */
export function PromisePage({ id }: { id: string }) {
  const { t } = useWords();
  const viewer = useViewer();
  const [{ data, error }, ask] = useQuery({ query: PromiseQuery, variables: { id } });

  if (isNoId(error) || data?.commitment === null) {
    return <Absent list={{ href: "/promises", word: t("promises.title") }} />;
  }
  if (!data?.commitment) {
    return (
      <Page title={t("promise.title")} tab={t("promise.title")}>
        {error ? <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} /> : <Skeleton />}
      </Page>
    );
  }
  const { commitment } = data;
  const standing = unmask(Standing_commitment, commitment);
  const mine = unmask(MayAdvance_commitment, commitment);
  const may = mayAdvance(viewer, mine);
  const mayBringBack = mayAdvance(viewer, { ...mine, archivedOn: null });
  return (
    <Page
      title={<Text of={commitment.text} />}
      tab={t(isAsk(commitment.direction) ? "promise.ask" : "promise.title")}
      lead={
        <p>
          <WhoOwes commitment={commitment} isLinked />
        </p>
      }
    >
      <TakenAway
        kind="promise"
        record={commitment}
        may={mayBringBack}
        along={takenAlong(commitment)}
      />
      {commitment.archivedOn ? null : <ConfirmHere of={commitment} />}
      {commitment.archivedOn ? null : <Reconfirm standing={standing} may={may} />}
      <PromiseFacts commitment={commitment} />
      {may ? <Advance standing={standing} /> : null}
      <Steps
        standing={standing}
        mayAdvance={may}
        hasMoney={hasCome(unmask(Ladder_commitment, commitment).amounts)}
      />
      <Ladder commitment={commitment} may={may} />
      {isCoordinator(viewer) ? <ShareStatus commitment={commitment} /> : null}
      {isCoordinator(viewer) && may ? <SetDetails commitment={commitment} /> : null}
      {commitment.archivedOn ? null : <RowActs row={rowOfPromise(commitment)} mayMend={may} />}
      <History id={id} of="promise" />
    </Page>
  );
}

interface Along {
  meeting: { id: string; archivedOn: string | null } | null;
  document: { id: string; archivedOn: string | null } | null;
}

/** What it hangs on, where that was taken away: it cannot come back before that does. */
function takenAlong({ meeting, document: letter }: Along) {
  if (meeting?.archivedOn) return { of: "meeting", href: `/meetings/${meeting.id}` } as const;
  return letter?.archivedOn ? ({ of: "letter", href: `/letters/${letter.id}` } as const) : null;
}

/** The way to say how far it has come. */
function Advance({ standing }: { standing: Standing }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const advance = useAdvance(standing);
  const next = nextOf(standing, "JUDGED");
  const open = () => {
    advance.begin();
    setOpen(true);
  };
  return (
    <div>
      <Button weight={next.length > 0 ? "main" : "plain"} onClick={open}>
        {t("step.title")}
      </Button>
      {isOpen ? <AdvanceSheet of={advance} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
