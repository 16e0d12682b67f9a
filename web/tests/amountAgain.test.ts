import { expect, test } from "vitest";
import { againOf } from "../src/concepts/commitments/amountDraft";

const EVIDENCE = {
  __typename: "Evidence",
  kind: "DOCUMENT",
  title: null,
  publisher: null,
  address: null,
  day: "2026-01-10",
  document: { id: "document_1", day: "2026-01-10", subject: { text: "Release", language: "EN" } },
} as const;

const AMOUNT = {
  id: "part_1",
  rung: "RELEASED",
  fiscalYear: "2025-26",
  on: "2026-01-11",
  reference: null,
  recordedBy: null,
  recordedFor: null,
  amount: { __typename: "Money", amount: "5.00", currency: "PKR" },
} as const;

test("an amount that was taken out is put back as it was, and nothing else is sent", () => {
  expect(againOf({ ...AMOUNT, evidence: EVIDENCE })).toEqual({
    ...{ rung: "RELEASED", fiscalYear: "2025-26", on: "2026-01-11" },
    amount: { amount: "5.00", currency: "PKR" },
    evidence: {
      ...{ kind: "DOCUMENT", title: null, publisher: null, address: null, day: "2026-01-10" },
      documentId: "document_1",
    },
  });
  expect(againOf({ ...AMOUNT, evidence: null })).not.toHaveProperty("evidence");
});
