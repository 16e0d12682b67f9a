import { Sentence } from "../../../kit/i18n/words";
import { Text } from "../../../kit/ui/Text";
import { useTakeOut } from "../../records/useTakeOut";
import type { RowOfRecord } from "./rowOfRecord";

/** Takes a row out of the record, from which it is gone at once, and offers to bring it back. */
export function useTakeAway(row: RowOfRecord) {
  return useTakeOut(
    row,
    <Sentence id="rows.takenAway" values={{ text: <Text of={row.text} /> }} />,
  );
}
