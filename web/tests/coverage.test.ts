import { describe, expect, it } from "vitest";
import { heatStep } from "../src/concepts/coverage/figures";

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
