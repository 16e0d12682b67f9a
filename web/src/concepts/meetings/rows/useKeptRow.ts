import { type Client, useClient } from "urql";
import type { RowOfRecord } from "./rowOfRecord";
import { changesIn, type Written } from "./written";

interface KeptRow {
  row: RowOfRecord;
  written: Written;
}

// With the sign-in goes its client, and with that what she had not saved.
const ofSignIn = new WeakMap<Client, Map<string, KeptRow>>();

/**
 * What she wrote upon a row and has not saved: it is there when the sheet is opened again, also after
 * she was on other pages, for as long as this one lies open and she is signed in.
 */
export function useKeptRow(key: string) {
  const client = useClient();
  const kept = ofSignIn.get(client) ?? new Map<string, KeptRow>();
  ofSignIn.set(client, kept);
  return {
    found: kept.get(key) ?? null,
    keep: (one: KeptRow) => {
      if (Object.keys(changesIn(one.row, one.written)).length > 0) kept.set(key, one);
      else kept.delete(key);
    },
  };
}
