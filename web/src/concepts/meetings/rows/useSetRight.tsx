import { useState } from "react";
import type { UserError } from "../../../kit/graphql/outcome";
import { type MessageKey, Sentence } from "../../../kit/i18n/words";
import { Text } from "../../../kit/ui/Text";
import type { RowOfRecord } from "./rowOfRecord";
import { useOfferBack } from "./useOfferBack";
import { useSendRow } from "./useSendRow";
import {
  changesIn,
  problemsFrom,
  problemsOf,
  type RowChange,
  type RowPlace,
  rebase,
  take,
  takingBack,
  type Written,
  writtenFrom,
} from "./written";

type State =
  | { kind: "writing" | "sending" | "wrong" | "overtaken" }
  | { kind: "refused"; errors: readonly UserError[]; sent: Written }
  | { kind: "failed"; word: MessageKey };

/**
 * What she writes upon a row of the record. It stays with her until it is saved, also while the
 * sheet is closed; where somebody else was faster, it is put upon what they have left.
 */
export function useSetRight(read: RowOfRecord) {
  const send = useSendRow();
  const offerBack = useOfferBack(read.id);
  const [row, setRow] = useState(read);
  const [written, setWritten] = useState(() => writtenFrom(read));
  const [clashes, setClashes] = useState<readonly RowPlace[]>([]);
  const [state, setState] = useState<State>({ kind: "writing" });
  const change = changesIn(row, written);
  const isUntouched = Object.keys(change).length === 0;

  const beginFrom = (now: RowOfRecord) => {
    setRow(now);
    setWritten(writtenFrom(now));
    setClashes([]);
    setState({ kind: "writing" });
  };

  const offerUndo = (now: RowOfRecord, done: RowChange) => {
    const back = takingBack(row, done);
    const text = <Text of={now.text} />;
    offerBack(<Sentence id="rows.setRight" values={{ text }} />, async () => {
      const outcome = await send(now, back);
      return outcome.kind;
    });
  };

  /** True when the record is as she wants it. */
  const save = async (): Promise<boolean> => {
    if (state.kind === "sending") return false;
    if (problemsOf(written).length > 0) {
      setState({ kind: "wrong" });
      return false;
    }
    if (isUntouched) return true;
    setState({ kind: "sending" });
    const outcome = await send(row, change);
    if (outcome.kind === "done") {
      const now = outcome.payload.row;
      beginFrom(now ?? row);
      if (now) offerUndo(now, change);
      return true;
    }
    if (outcome.kind !== "refused") {
      const word = outcome.kind === "offline" ? "mend.offline" : `change.${outcome.kind}`;
      setState({ kind: "failed", word: word as MessageKey });
      return false;
    }
    const now = outcome.payload.row;
    if (now && outcome.errors.some(({ code }) => code === "VERSION_CONFLICT")) {
      const rebased = rebase(row, now, written);
      setRow(now);
      setWritten(rebased.written);
      setClashes(rebased.clashes);
      setState({ kind: "overtaken" });
    } else {
      setState({ kind: "refused", errors: outcome.errors, sent: written });
    }
    return false;
  };

  return {
    row,
    written,
    state,
    /** Where somebody else wrote otherwise in the meantime. */
    clashes,
    problems: [
      ...(state.kind === "wrong" ? problemsOf(written) : []),
      ...(state.kind === "refused" ? problemsFrom(state.errors, state.sent, written) : []),
    ],
    /** Begins from what the record has now, unless something of hers is not saved yet. */
    begin: () => {
      if (isUntouched && state.kind !== "sending") beginFrom(read);
    },
    write: (changed: Partial<Written>) => setWritten({ ...written, ...changed }),
    takeTheirs: (place: RowPlace) => {
      setWritten(take(place, row, written));
      setClashes(clashes.filter((one) => one !== place));
    },
    save,
  };
}
