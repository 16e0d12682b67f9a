import { expect, test } from "vitest";
import { readText, wordOfField } from "../src/concepts/changes/words";

test("a day is read as a day and a moment as a moment", () => {
  expect(readText("promise", "dueOn", "2026-02-01")).toEqual({ as: "day", text: "2026-02-01" });
  expect(readText("meeting", "start", "2026-02-01T07:00:00Z").as).toBe("moment");
});

test("a word of a list is said in the reader's language, and one that is not known yet as another", () => {
  expect(readText("promise", "status", "FULFILLED")).toEqual({
    as: "word",
    key: "promiseStatus.FULFILLED",
  });
  expect(readText("meeting", "status", "HELD")).toEqual({ as: "word", key: "meetingStatus.HELD" });
  expect(readText("meeting", "mode", "BY_PIGEON")).toEqual({ as: "word", key: "history.other" });
  expect(readText("office", "isProvinceWide", "true")).toEqual({ as: "word", key: "history.true" });
});

test("an amount is said as money with its rung, and what only looks like one as it is", () => {
  expect(readText("promise", "amounts", "RELEASED 3000000.00 PKR")).toEqual({
    as: "amount",
    rung: "rung.RELEASED",
    amount: { amount: "3000000.00", currency: "PKR" },
  });
  const written = "RELEASED 3000000.00 PKR";
  expect(readText("promise", "text", written)).toEqual({ as: "text", text: written });
  expect(readText("promise", "amounts", "by hand")).toEqual({ as: "text", text: "by hand" });
});

test("what somebody wrote stays as it is", () => {
  expect(readText("meeting", "title", "Voter cards")).toEqual({ as: "text", text: "Voter cards" });
});

test("a place that has no word of its own is another thing", () => {
  expect(wordOfField("dueOn")).toBe("historyField.dueOn");
  expect(wordOfField("somethingNew")).toBe("historyField.other");
});
