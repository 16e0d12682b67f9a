import { useState } from "react";
import { isRefusedAs, unsavedWord } from "../../../kit/graphql/outcome";
import { Sentence } from "../../../kit/i18n/words";
import { Isolated } from "../../../kit/ui/Isolated";
import { useViewer } from "../../../kit/viewer";
import { useArchive } from "../../records/useArchive";
import { useOfferBack } from "../../records/useOfferBack";
import type { RowWho } from "../draft";
import { blankRow } from "./blankRow";
import { useKeptRow } from "./useKeptRow";
import { useSendNew } from "./useSendNew";
import type { RowOnSheet, RowState } from "./useSetRight";
import { useSheet } from "./useSheet";
import { changesIn, problemsFrom, problemsOf, type Written, wholeOf, writtenFrom } from "./written";

/**
 * What she adds to a meeting that is logged. It stays with her until it is saved, also while the
 * sheet is closed. `onKnown` is called where an earlier try had arrived after all.
 */
export function useAddRow(meetingId: string, who: RowWho, onKnown: () => void) {
  const viewer = useViewer();
  const send = useSendNew(meetingId);
  const { archive } = useArchive();
  const { found, keep } = useKeptRow(`${meetingId} ${who}`);
  const [row, setRow] = useState(() => found?.row ?? blankRow(who, viewer));
  const [written, setWritten] = useState(() => found?.written ?? writtenFrom(row));
  const [state, setState] = useState<RowState>({ kind: "writing" });
  const sheet = useSheet(row.id);
  const offerBack = useOfferBack(row.id);
  const isUntouched = Object.keys(changesIn(row, written)).length === 0;

  const put = (of: typeof row, words: Written) => {
    setRow(of);
    setWritten(words);
    keep({ row: of, written: words });
  };

  const beginAnew = () => {
    const blank = blankRow(who, viewer);
    put(blank, writtenFrom(blank));
    setState({ kind: "writing" });
  };

  const save = async () => {
    if (state.kind === "sending") return;
    if (problemsOf(written).length > 0) {
      setState({ kind: "wrong" });
      return;
    }
    setState({ kind: "sending" });
    const outcome = await send(row, wholeOf(written));
    if (outcome.kind === "done") {
      const { version } = outcome.payload;
      const text = <Isolated>{written.text.trim()}</Isolated>;
      sheet.close();
      beginAnew();
      offerBack(
        <Sentence id="rows.added" values={{ text }} />,
        async () => (await archive(row.id, version)).kind,
      );
      return;
    }
    sheet.tellUnlessSeen(written.text);
    if (outcome.kind !== "refused") {
      setState({ kind: "failed", word: unsavedWord(outcome.kind) });
    } else if (isRefusedAs("ID_CONFLICT", outcome)) {
      // An earlier try had arrived, and she has changed her words since.
      onKnown();
      setState({ kind: "failed", word: "rows.addedBefore" });
    } else {
      setState({ kind: "refused", errors: outcome.errors, sent: written });
    }
  };

  const onSheet: RowOnSheet = {
    row,
    written,
    state,
    clashes: [],
    problems: [
      ...(state.kind === "wrong" ? problemsOf(written) : []),
      ...(state.kind === "refused" ? problemsFrom(state.errors, state.sent, written) : []),
    ],
    close: () => {
      sheet.close();
      if (!isUntouched && state.kind !== "sending") sheet.tellOfUnsaved(written.text);
    },
    write: (changed) => put(row, { ...written, ...changed }),
    takeTheirs: () => {},
    save,
  };
  return { onSheet, isOpen: sheet.isOpen, open: sheet.open };
}
