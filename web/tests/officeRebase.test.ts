import { describe, expect, it } from "vitest";
import { newOfficeDraft, type OfficeDraft } from "../src/concepts/stakeholders/officeDraft";
import { rebase, take } from "../src/concepts/stakeholders/officeRebase";

const zhob = { id: "district_zhob", name: { en: "Zhob" } };
const quetta = { id: "district_quetta", name: { en: "Quetta" } };
const pec: OfficeDraft = { ...newOfficeDraft("PEC"), category: "ECP", districts: [zhob] };

describe("an office that somebody else changed while she wrote", () => {
  it("keeps what she wrote, and takes over what she did not touch", () => {
    const theirs = { ...pec, ur: "الیکشن کمشنر", category: "OTHER" as const };

    const { draft, clashes } = rebase(pec, theirs, { ...pec, en: "Election Commissioner" });

    expect(draft).toEqual({ ...theirs, en: "Election Commissioner" });
    expect(clashes).toEqual([]);
  });

  it("shows theirs beside hers only where both wrote, and not the same", () => {
    const theirs = { ...pec, en: "Commission", shortName: "PEC", districts: [quetta, zhob] };
    const hers = { ...pec, en: "Commissioner", shortName: " PEC ", districts: [zhob, quetta] };

    const { draft, clashes } = rebase(pec, theirs, hers);

    expect(clashes).toEqual(["en"]);
    expect(draft.en).toBe("Commissioner");
    expect(take("en", theirs, draft).en).toBe("Commission");
  });

  it("takes where it works as one thing", () => {
    const theirs = { ...pec, districts: [quetta] };
    const hers = { ...pec, isProvinceWide: true };

    const { draft, clashes } = rebase(pec, theirs, hers);

    expect(clashes).toEqual(["where"]);
    expect(take("where", theirs, draft)).toMatchObject({
      isProvinceWide: false,
      districts: [quetta],
    });
  });
});
