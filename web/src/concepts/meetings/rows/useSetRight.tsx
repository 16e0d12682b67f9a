import { useState } from "react";
import { isRefusedAs, type UserError, unsavedWord } from "../../../kit/graphql/outcome";
import { type MessageKey, Sentence } from "../../../kit/i18n/words";
import { Text } from "../../../kit/ui/Text";
import { useOfferBack } from "../../records/useOfferBack";
import type { RowOfRecord } from "./rowOfRecord";
import { useKeptRow } from "./useKeptRow";
import { useSendRow } from "./useSendRow";
import { useSheet } from "./useSheet";
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

export type RowState =
  | { kind: "writing" | "sending" | "wrong" | "overtaken" }
  | { kind: "refused"; errors: readonly UserError[]; sent: Written }
  | { kind: "failed"; word: MessageKey };

/** A row as the sheet shows and saves it. */
export type RowOnSheet = Omit<ReturnType<typeof useSetRight>, "open" | "isOpen">;

/**
 * What she writes upon a row of the record. It stays with her until it is saved, also while the
 * sheet is closed; where somebody else was faster, it is put upon what they have left.
 */
export function useSetRight(read: RowOfRecord) {
  const send = useSendRow();
  const offerBack = useOfferBack(read.id);
  const sheet = useSheet(read.id);
  const { found, keep } = useKeptRow(read.id);
  const [row, setRow] = useState(found?.row ?? read);
  const [written, setWritten] = useState(() => found?.written ?? writtenFrom(read));
  const [clashes, setClashes] = useState<readonly RowPlace[]>([]);
  const [state, setState] = useState<RowState>({ kind: "writing" });
  const change = changesIn(row, written);
  const isUntouched = Object.keys(change).length === 0;

  const put = (of: RowOfRecord, words: Written) => {
    setRow(of);
    setWritten(words);
    keep({ row: of, written: words });
  };
  const beginFrom = (now: RowOfRecord) => {
    put(now, writtenFrom(now));
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

  const save = async () => {
    if (state.kind === "sending") return;
    if (problemsOf(written).length > 0) {
      setState({ kind: "wrong" });
      return;
    }
    if (isUntouched) {
      sheet.close();
      return;
    }
    setState({ kind: "sending" });
    const outcome = await send(row, change);
    if (outcome.kind === "done") {
      const now = outcome.payload.row;
      sheet.close();
      beginFrom(now ?? row);
      if (now) offerUndo(now, change);
      return;
    }
    sheet.tellUnlessSeen(written.text);
    if (outcome.kind !== "refused") {
      setState({ kind: "failed", word: unsavedWord(outcome.kind) });
      return;
    }
    const now = outcome.payload.row;
    if (now && isRefusedAs("VERSION_CONFLICT", outcome)) {
      const rebased = rebase(row, now, written);
      put(now, rebased.written);
      setClashes(rebased.clashes);
      setState({ kind: "overtaken" });
    } else {
      setState({ kind: "refused", errors: outcome.errors, sent: written });
    }
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
    isOpen: sheet.isOpen,
    /** Begins from what the record has now, unless something of hers is not saved yet. */
    open: () => {
      if (isUntouched && state.kind !== "sending") beginFrom(read);
      sheet.open();
    },
    close: () => {
      sheet.close();
      if (!isUntouched && state.kind !== "sending") sheet.tellOfUnsaved(written.text);
    },
    write: (changed: Partial<Written>) => put(row, { ...written, ...changed }),
    takeTheirs: (place: RowPlace) => {
      put(row, take(place, row, written));
      setClashes(clashes.filter((one) => one !== place));
    },
    save,
  };
}
