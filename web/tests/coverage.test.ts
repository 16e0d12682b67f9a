import { describe, expect, it } from "vitest";
import { columnsOf, heatStep } from "../src/concepts/coverage/figures";
import { periodOf, spanOf } from "../src/concepts/coverage/spans";

describe("the heat of a cell", () => {
  it("has no step where nobody is to be met, or where the figure is absent", () => {
    expect(heatStep(0, 0)).toBe(0);
    expect(heatStep(null, 4)).toBe(0);
  });

  it("goes from nobody met to all met in five steps", () => {
    expect([0, 1, 2, 3, 4].map((met) => heatStep(met, 4))).toEqual([1, 2, 3, 4, 5]);
  });

  it("stays at the last step when more were met than planned", () => {
    expect(heatStep(6, 4)).toBe(5);
  });
});

it("this year is the whole of it, so that the list of whom to meet in it counts", () => {
  expect(periodOf("calendarYear", "2026-11-27")).toEqual({ from: "2026-01-01", to: "2026-12-31" });
  expect(periodOf("year", "2026-11-27")).toEqual({ from: "2025-11-28", to: "2026-11-27" });
  expect(periodOf("all", "2026-11-27")).toEqual({});
});

it("the last quarter is the whole one that is over", () => {
  expect(periodOf("quarter", "2026-11-27")).toEqual({ from: "2026-07-01", to: "2026-09-30" });
  expect(periodOf("quarter", "2026-10-01")).toEqual({ from: "2026-07-01", to: "2026-09-30" });
  expect(periodOf("quarter", "2026-03-31")).toEqual({ from: "2025-10-01", to: "2025-12-31" });
});

it("whom no list names has a column only where a list says who was to be met", () => {
  expect(columnsOf(true)).toContain("unplanned");
  expect(columnsOf(false)).not.toContain("unplanned");
});

it("an address that names no span means the usual one", () => {
  expect([spanOf(null), spanOf("ever"), spanOf("all")]).toEqual(["year", "year", "all"]);
});
