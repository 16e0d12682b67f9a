import { describe, expect, it } from "vitest";
import { requestIds } from "../src/kit/graphql/requestIds";

describe("the id of a request", () => {
  it("is the same for the same words, and another one for others", () => {
    const idFor = requestIds();
    const first = idFor(["v1", { audience: "CAUCUS" }]);

    expect(idFor(["v1", { audience: "CAUCUS" }])).toBe(first);
    expect(idFor(["v2", { audience: "CAUCUS" }])).not.toBe(first);
  });

  it("belongs to one form", () => {
    expect(requestIds()("words")).not.toBe(requestIds()("words"));
  });
});
