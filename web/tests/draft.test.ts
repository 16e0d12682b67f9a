import { describe, expect, it } from "vitest";
import {
  type Draft,
  districtOf,
  hasContent,
  newDraft,
  newOffice,
  newRow,
  officesToSave,
  type RowWho,
  takenUp,
  toldBy,
} from "../src/concepts/meetings/draft";
import { pathOfRow, toInput } from "../src/concepts/meetings/draftInput";
import { stillTrue } from "../src/concepts/meetings/useSave";

const saima = { memberId: "member_saima", name: { en: "Saima" } };
const farida = { memberId: "member_farida", personId: "person_farida", name: { en: "Farida" } };
const pec = newOffice({
  stakeholderId: "stakeholder_pec",
  name: { en: "PEC" },
  districtId: "district_quetta",
});
const PRESSED = "2025-06-03T06:00:00.000Z";

const row = (who: RowWho, text: string) => ({ ...newRow(who), text });
const draftWith = (changes: Partial<Draft>): Draft => ({
  ...newDraft(saima),
  offices: [pec],
  ...changes,
});

describe("the draft of a meeting", () => {
  it("begins with me and nothing else", () => {
    const draft = newDraft(saima);

    expect(draft.members.map(({ memberId }) => memberId)).toEqual(["member_saima"]);
    expect(hasContent(draft)).toBe(false);
  });

  it("takes what still stands in the search as the name of an office", () => {
    const whole = officesToSave({ ...newDraft(saima), search: " DC Zhob " });

    expect(whole.search).toBe("");
    expect(whole.offices).toMatchObject([{ stakeholderId: null, name: { en: "DC Zhob" } }]);
  });

  it("was held in the district of the office until she says otherwise", () => {
    expect(districtOf(draftWith({}))).toBe("district_quetta");
    expect(districtOf(draftWith({ districtId: "district_zhob" }))).toBe("district_zhob");
    expect(districtOf(draftWith({ districtId: "" }))).toBe("");
  });

  it("taken up on another day is of the day on which she said when", () => {
    const monday = { whenOn: "2025-06-02" };

    expect(takenUp(draftWith(monday), "2025-06-03").when).toEqual({
      kind: "day",
      day: "2025-06-02",
    });
    expect(takenUp(draftWith(monday), "2025-06-02").when).toEqual({ kind: "now" });
    expect(takenUp(draftWith({ ...monday, pressedAt: PRESSED }), "2025-06-03").when).toEqual({
      kind: "now",
    });
  });

  it("keeps the clock of its own day, also after midnight", () => {
    const draft = draftWith({ when: { kind: "earlier", clock: "22:00" }, whenOn: "2025-06-02" });

    expect(toInput(draft, "2025-06-02T19:10:00.000Z").when).toEqual({
      instant: { at: "2025-06-02T17:00:00.000Z" },
    });
  });

  it("waits for the network as she saved it, not as she changes it afterwards", () => {
    const saved = draftWith({ pressedAt: PRESSED });

    expect(stillTrue({ kind: "offline" }, saved, saved).kind).toBe("offline");
    expect(stillTrue({ kind: "offline" }, saved, { ...saved, said: "more" }).kind).toBe("idle");
    expect(stillTrue({ kind: "failed" }, saved, newDraft(saima)).kind).toBe("idle");
  });

  it("told by a member has her among us, in the place of who was told from before", () => {
    const first = toldBy({ ...newDraft(null) }, { ...farida, channel: "PHONE" });
    const second = toldBy(first, { ...saima, personId: "person_saima", channel: "PHONE" });

    expect(first.members.map(({ memberId }) => memberId)).toEqual(["member_farida"]);
    expect(second.members.map(({ memberId }) => memberId)).toEqual(["member_saima"]);
    expect(toldBy(second, null).members).toEqual([]);
  });
});

describe("the request made of it", () => {
  it("is the same however often it is sent", () => {
    const draft = draftWith({ rows: [row("i", "send the list")] });

    expect(toInput(draft, PRESSED)).toEqual(toInput(draft, PRESSED));
  });

  it("sends promises, tasks and decisions each to its own list", () => {
    const rows = [
      row("they", "a desk"),
      row("we", "a list"),
      row("i", "send it"),
      row("decided", "to meet"),
    ];

    const input = toInput(draftWith({ rows }), PRESSED);

    expect(input.commitments?.map(({ direction }) => direction)).toEqual([
      "MADE_TO_CAUCUS",
      "MADE_BY_CAUCUS",
    ]);
    expect(input.followUps).toMatchObject([{ title: { text: "send it" } }]);
    expect(input.followUps?.[0]?.id).toBe(`follow_up_action_${rows[2]?.uuid}`);
    expect(input.decisions).toMatchObject([{ text: { text: "to meet" } }]);
  });

  it("leaves out rows in which nothing is written", () => {
    expect(toInput(draftWith({ rows: [row("i", "  ")] }), PRESSED).followUps).toEqual([]);
  });

  it("means by now the moment at which she pressed", () => {
    expect(toInput(draftWith({}), PRESSED).when).toEqual({ instant: { at: PRESSED } });
  });

  it("means by another day the whole day", () => {
    const draft = draftWith({ when: { kind: "day", day: "2025-05-30" } });

    expect(toInput(draft, PRESSED).when).toEqual({ days: { from: "2025-05-30" } });
  });

  it("names no district for a call", () => {
    expect(toInput(draftWith({ mode: "PHONE" }), PRESSED).heldIn).toBeUndefined();
    expect(toInput(draftWith({}), PRESSED).heldIn).toEqual({ districtId: "district_quetta" });
  });

  it("gives the task to the member who told of it", () => {
    const draft = toldBy(draftWith({ rows: [row("i", "send it")] }), {
      ...farida,
      channel: "MESSAGE",
    });

    const input = toInput(draft, PRESSED);

    expect(input.source).toEqual({ kind: "TOLD", toldById: "person_farida", channel: "MESSAGE" });
    expect(input.followUps?.[0]?.ownerId).toBe("member_farida");
  });
});

describe("an error in a row", () => {
  it("is found by the place of the row in its own list", () => {
    const rows = [row("i", "one"), row("they", "two"), row("i", ""), row("i", "three")];
    const draft = draftWith({ rows });

    expect(rows.map((one) => pathOfRow(draft, one))).toEqual([
      ["followUps", "0"],
      ["commitments", "0"],
      null,
      ["followUps", "1"],
    ]);
  });
});
