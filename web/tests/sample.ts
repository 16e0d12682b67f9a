import {
  type Draft,
  newDraft,
  newOffice,
  newRow,
  type RowWho,
} from "../src/concepts/meetings/draft";

export const saima = { memberId: "member_saima", name: { en: "Saima" } };

export const pec = newOffice({
  stakeholderId: "stakeholder_pec",
  name: { en: "PEC" },
  districtId: "district_quetta",
});

export const TUESDAY = "2025-06-03";

export const row = (who: RowWho, text: string) => ({ ...newRow(who), text });

/** A meeting with one office, as it is written on that Tuesday. */
export const draftWith = (changes: Partial<Draft>): Draft => ({
  ...newDraft(saima),
  whenOn: TUESDAY,
  offices: [pec],
  ...changes,
});
