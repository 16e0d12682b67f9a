import { useEffect, useState } from "react";
import { useUnsent } from "../../../kit/offline/Outbox";
import type { MeetingToMend } from "../mend/mended";
import { resume } from "../mend/rebase";
import type { MendFrom } from "../mend/useMend";
import { dropMend, findMend, isChanged } from "../unsent/unsentMend";
import { useDiscardMend } from "../unsent/useDiscardMend";
import { MendForm } from "./MendForm";
import { MendOffer } from "./MendOffer";
import type { RowsAsTheyAre } from "./RowsAsTheyAre";

interface MendOrOfferProps {
  read: MeetingToMend;
  rows: Parameters<typeof RowsAsTheyAre>[0]["meeting"];
  onSaved: () => void;
}

/** Not known while she is asked; then what is recorded, or what she had written. */
type Begin = "asking" | "anew" | MendFrom;

/** The form that sets a meeting right; before it, what she had not saved there the last time. */
export function MendOrOffer({ read, rows, onSaved }: MendOrOfferProps) {
  const { desk, rows: unsent } = useUnsent();
  const kept = findMend(unsent, read.id);
  const [begin, setBegin] = useState<Begin>("asking");
  const discard = useDiscardMend(read.id, () => setBegin("asking"));

  const standing = kept && resume(kept.draft, read);
  // An earlier try had arrived after all, or somebody else has written the same.
  const isLeft = standing !== null && isChanged({ read, mended: standing.mended });
  const isAsking = begin === "asking" && isLeft;
  useEffect(() => {
    if (begin !== "asking" || isAsking) return;
    // From now on what lies here is what she writes on the form.
    dropMend(desk, read.id);
    setBegin("anew");
  }, [begin, isAsking, desk, read.id]);

  if (!kept || !standing || !isAsking) {
    const from = typeof begin === "object" ? begin : null;
    return <MendForm read={read} from={from} rows={rows} onSaved={onSaved} />;
  }
  const isOvertaken = kept.draft.read.version !== read.version || standing.clashes.length > 0;
  return (
    <MendOffer
      kept={kept}
      isOvertaken={isOvertaken}
      onGoOn={() => setBegin({ ...standing, isOvertaken })}
      onDiscard={() => {
        discard();
        setBegin("anew");
      }}
    />
  );
}
