import { useClient } from "urql";
import { leftOpen } from "../../../kit/leftOpen";
import type { RowOfRecord } from "./rowOfRecord";
import { changesIn, type Written } from "./written";

interface KeptRow {
  row: RowOfRecord;
  written: Written;
}

const rowsLeft = leftOpen<KeptRow>();

/** What she wrote upon a row and has not saved. */
export function useKeptRow(key: string) {
  const kept = rowsLeft(useClient());
  return {
    found: kept.get(key) ?? null,
    keep: (one: KeptRow) => {
      if (Object.keys(changesIn(one.row, one.written)).length > 0) kept.set(key, one);
      else kept.delete(key);
    },
  };
}
