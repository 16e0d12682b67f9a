import { describe, expect, it } from "vitest";
import {
  begunOn,
  districtOf,
  hasContent,
  hourPassed,
  newDraft,
  ofDay,
  officesToSave,
  otherDay,
  shownWhen,
  toldBy,
} from "../src/concepts/meetings/draft";
import { toInput } from "../src/concepts/meetings/draftInput";
import { draftWith, row, saima, TUESDAY } from "./sample";

const farida = { memberId: "member_farida", personId: "person_farida", name: { en: "Farida" } };
const MONDAY = "2025-06-02";
const PRESSED = "2025-06-03T06:00:00.000Z";

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

  it("told by a member has her among us, in the place of who was told from before", () => {
    const first = toldBy({ ...newDraft(null) }, { ...farida, channel: "PHONE" });
    const second = toldBy(first, { ...saima, personId: "person_saima", channel: "PHONE" });

    expect(first.members.map(({ memberId }) => memberId)).toEqual(["member_farida"]);
    expect(second.members.map(({ memberId }) => memberId)).toEqual(["member_saima"]);
    expect(toldBy(second, null).members).toEqual([]);
  });
});

describe("a meeting earlier on the same day", () => {
  it("was at ten, or at the last hour that has passed where it is not ten yet", () => {
    const clockOn = (utc: string) => hourPassed(new Date(`2025-06-0${utc}Z`));

    expect(clockOn("3T11:30:00")).toBe("10:00");
    expect(clockOn("3T05:00:00")).toBe("10:00");
    expect(clockOn("3T04:59:00")).toBe("09:00");
    expect(clockOn("2T23:11:00")).toBe("04:00");
    expect(clockOn("2T19:05:00")).toBe("00:00");
  });
});

describe("the programmes of a draft", () => {
  it("are sent only when some were chosen, so that else those of the line of work hold", () => {
    const pwl = { id: "programme_pwl", name: { en: "PWL" } };

    expect(toInput(draftWith({ programmes: [pwl] }), PRESSED).programmeIds).toEqual([
      "programme_pwl",
    ]);
    expect(toInput(draftWith({ programmes: [] }), PRESSED)).not.toHaveProperty("programmeIds");
    expect(toInput(draftWith({}), PRESSED)).not.toHaveProperty("programmeIds");
  });
});

describe("a draft finished on another day", () => {
  const now = draftWith({ whenOn: MONDAY });
  const earlier = draftWith({ whenOn: MONDAY, when: { kind: "earlier", clock: "10:00" } });

  it("keeps the day and the clock on which she said earlier", () => {
    expect(toInput(earlier, PRESSED).when).toEqual({ instant: { at: "2025-06-02T05:00:00.000Z" } });
  });

  it("keeps them when midnight passes between the choice and the saving", () => {
    const late = draftWith({ whenOn: MONDAY, when: { kind: "earlier", clock: "22:00" } });

    expect(toInput(late, "2025-06-02T19:10:00.000Z").when).toEqual({
      instant: { at: "2025-06-02T17:00:00.000Z" },
    });
  });

  it("means by now the whole day on which she said so", () => {
    expect(toInput(now, PRESSED).when).toEqual({ days: { from: MONDAY } });
  });

  it("names its day, and none on that day itself or while nothing is written or no day is said", () => {
    expect(otherDay(now, TUESDAY)).toBe(MONDAY);
    expect(otherDay(earlier, TUESDAY)).toBe(MONDAY);
    expect(otherDay(now, MONDAY)).toBe(null);
    expect(otherDay({ ...now, offices: [] }, TUESDAY)).toBe(null);
    expect(otherDay({ ...now, when: { kind: "day", day: "" } }, TUESDAY)).toBe(null);
  });

  it("shows the now of another day as that day, and a clock as the clock it was", () => {
    expect(shownWhen(now, TUESDAY)).toEqual({ kind: "day", day: MONDAY });
    expect(shownWhen(earlier, TUESDAY)).toEqual({ kind: "earlier", clock: "10:00" });
  });

  it("is of today by one tap", () => {
    expect(toInput(ofDay(now, TUESDAY), PRESSED).when).toEqual({ days: { from: TUESDAY } });
    expect(toInput(ofDay(earlier, TUESDAY), PRESSED).when).toEqual({
      instant: { at: "2025-06-03T05:00:00.000Z" },
    });
    expect(otherDay(ofDay(earlier, TUESDAY), TUESDAY)).toBe(null);
  });

  it("begins with its first words, not with the empty form that lay open", () => {
    const empty = { ...now, offices: [] };

    expect(begunOn(TUESDAY, empty, { ...empty, said: "a" }).whenOn).toBe(TUESDAY);
    expect(begunOn(TUESDAY, now, { ...now, said: "a" }).whenOn).toBe(MONDAY);
  });
});

describe("the request made of it", () => {
  it("is the same however often it is sent", () => {
    const draft = draftWith({ rows: [row("i", "send the list")] });

    expect(toInput(draft, PRESSED)).toEqual(toInput(draft, PRESSED));
  });

  it("sends promises, asks, tasks and decisions each to its own list", () => {
    const rows = [
      row("they", "a desk"),
      row("we", "a list"),
      row("i", "send it"),
      row("decided", "to meet"),
      row("asked", "a van"),
    ];

    const input = toInput(draftWith({ rows }), PRESSED);

    expect(input.commitments?.map(({ direction }) => direction)).toEqual([
      "MADE_TO_CAUCUS",
      "MADE_BY_CAUCUS",
      "ASKED_BY_CAUCUS",
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
