import { describe, expect, it } from "vitest";
import { endsBeforeItBegins, filterOf, narrowingOf } from "../src/concepts/meetings/narrowing";

const OFFICE = "stakeholder_0192f0c1-7e1a-7c3e-9f0a-3b1d2c4e5f60";
const filter = (address: string, memberId: string | null = "member_saima") =>
  filterOf(narrowingOf(new URLSearchParams(address)), memberId);

describe("the list of meetings", () => {
  it("is not narrowed by an empty address", () => {
    expect(filter("")).toEqual({});
  });

  it("is narrowed by all that the address says at once", () => {
    expect(
      filter(`search=Zhob&mine&office=${OFFICE}&category=ECP&from=2025-06-01&to=2025-06-30`),
    ).toEqual({
      search: "Zhob",
      memberIds: ["member_saima"],
      stakeholderIds: [OFFICE],
      categories: ["ECP"],
      period: { from: "2025-06-01", to: "2025-06-30" },
    });
  });

  it("is searched by what was typed, without the spaces around it", () => {
    expect(filter("search=+zhob+dpo+")).toEqual({ search: "zhob dpo" });
    expect(filter("search=++")).toEqual({});
  });

  it("has no meetings of hers for who is no member", () => {
    expect(filter("mine", null)).toEqual({});
  });

  it("is not narrowed by what means nothing", () => {
    expect(filter("office=zzz&category=NONE&from=yesterday&to=2025-13-40")).toEqual({});
  });

  it("goes from a day on, or up to one", () => {
    expect(filter("from=2025-06-01")).toEqual({ period: { from: "2025-06-01" } });
    expect(filter("to=2025-06-01")).toEqual({ period: { to: "2025-06-01" } });
  });

  it("waits for a year that is only half typed", () => {
    expect(filter("from=0202-06-01")).toEqual({});
  });

  it("is not asked for a time that ends before it begins", () => {
    const backwards = "from=2025-06-30&to=2025-06-01";

    expect(endsBeforeItBegins(narrowingOf(new URLSearchParams(backwards)))).toBe(true);
    expect(filter(backwards)).toEqual({});
  });
});
