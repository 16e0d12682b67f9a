import { describe, expect, it } from "vitest";
import {
  missingIn,
  newOfficeDraft,
  toCreateInput,
  toUpdateInput,
} from "../src/concepts/stakeholders/officeDraft";

const zhob = { id: "district_zhob", name: { en: "Zhob" } };

describe("a new office", () => {
  it("begins with a written name in the language of its letters", () => {
    expect(newOfficeDraft("DC Zhob")).toMatchObject({ en: "DC Zhob", ur: "" });
    expect(newOfficeDraft("ڈی سی ژوب")).toMatchObject({ en: "", ur: "ڈی سی ژوب" });
  });

  it("needs a name in one language, and a kind", () => {
    const fields = (draft: Parameters<typeof missingIn>[0]) =>
      missingIn(draft).map(({ path }) => path[0]);

    expect(fields(newOfficeDraft("  "))).toEqual(["name", "category"]);
    expect(fields({ ...newOfficeDraft("ڈی سی ژوب"), category: "CSO" })).toEqual([]);
  });

  it("is sent with the id that was made with the form, and without what was left empty", () => {
    const draft = { ...newOfficeDraft(" DC Zhob "), districts: [zhob] };

    expect(toCreateInput(draft, "LOCAL_GOVERNMENT")).toEqual({
      id: draft.id,
      category: "LOCAL_GOVERNMENT",
      name: { en: "DC Zhob", ur: null },
      shortName: null,
      parentId: null,
      isProvinceWide: false,
      districtIds: ["district_zhob"],
    });
    expect(draft.id).toMatch(/^stakeholder_/);
  });

  it("of the whole province has no districts of its own", () => {
    const draft = { ...newOfficeDraft("PEC"), districts: [zhob], isProvinceWide: true };

    expect(toCreateInput(draft, "ECP").districtIds).toEqual([]);
  });
});

describe("an office that is set right", () => {
  it("is changed as it was read, and may lose what it had", () => {
    const draft = { ...newOfficeDraft("PEC"), id: "stakeholder_pec" };

    expect(toUpdateInput(draft, "ECP", "7")).toMatchObject({
      id: "stakeholder_pec",
      expectedVersion: "7",
      shortName: null,
      parentId: null,
    });
  });
});
