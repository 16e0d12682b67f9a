import { visit } from "graphql";
import { describe, expect, it } from "vitest";
import { byDueDay, doneLately } from "../src/concepts/follow_ups/doneLately";
import { DoneLatelyDocument, HomeDocument } from "../src/gql/graphql";
import { addDays } from "../src/kit/dates";

const TODAY = "2025-06-20";
const done = (...days: (string | null)[]) => days.map((completedOn) => ({ completedOn }));

describe("what was done lately", () => {
  it("stands with the latest first", () => {
    const shown = doneLately(done("2025-06-18", "2025-06-20", "2025-06-19"), TODAY);

    expect(shown).toEqual(done("2025-06-20", "2025-06-19", "2025-06-18"));
  });

  it("goes back fourteen days", () => {
    expect(doneLately(done("2025-06-06", "2025-06-05", null), TODAY)).toEqual(done("2025-06-06"));
  });

  it("is ten tasks at most, the last ones", () => {
    const days = Array.from({ length: 12 }, (_, back) => addDays(TODAY, -back));

    expect(doneLately(done(...days.toReversed()), TODAY)).toEqual(done(...days.slice(0, 10)));
  });

  it("is chosen from as many as the server gives at once, as are the open tasks", () => {
    const asked: string[] = [];
    for (const document of [HomeDocument, DoneLatelyDocument]) {
      visit(document, {
        Argument({ name, value }) {
          if (name.value === "first" && value.kind === "IntValue") asked.push(value.value);
        },
      });
    }

    expect(asked).toEqual(["100", "100"]);
  });
});

describe("what is to do", () => {
  it("stands with the earliest day first and without any last, as the record gives it", () => {
    const due = (...days: (string | null)[]) => days.map((dueOn) => ({ dueOn }));

    expect(byDueDay(due("2025-06-20", null, "2025-06-18"))).toEqual(
      due("2025-06-18", "2025-06-20", null),
    );
  });
});
