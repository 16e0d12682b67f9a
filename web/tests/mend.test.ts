import { describe, expect, it } from "vitest";
import { officesToSave } from "../src/concepts/meetings/draft";
import { isLeftToCoordinator, mayMend } from "../src/concepts/meetings/mend/mayMend";
import {
  asksWhoTold,
  type MeetingToMend,
  type Mended,
  mendedFrom,
} from "../src/concepts/meetings/mend/mended";
import { changesIn } from "../src/concepts/meetings/mend/mendInput";
import { rebase, take } from "../src/concepts/meetings/mend/rebase";
import { placesOn, problemsIn, problemsOf, SEARCH } from "../src/concepts/meetings/problems";
import { newGroup, newNewcomer, placeIn } from "../src/concepts/meetings/there";
import { nadra, pec, recorded, saima, TIME } from "./recorded";
import { TUESDAY } from "./sample";

describe("a meeting of the record on the form", () => {
  it("asks for nothing to be changed while nothing is changed", () => {
    const month = { ...TIME, precision: "MONTH" as const, startsAt: null, endsAt: null };
    for (const meeting of [recorded(), recorded({ time: month }), recorded({ mode: "PHONE" })]) {
      expect(changesIn(meeting, mendedFrom(meeting))).toEqual({});
    }
  });

  it("shows a moment by the clock of the caucus, and makes up no day of a month", () => {
    expect(mendedFrom(recorded())).toMatchObject({
      when: { kind: "earlier", clock: "10:30" },
      whenOn: "2025-06-03",
    });
    const month = { ...TIME, precision: "MONTH" as const, startsAt: null, endsAt: null };
    expect(mendedFrom(recorded({ time: month })).when).toEqual({ kind: "day", day: "" });
  });

  it("is by the clock of where they met, and stays there", () => {
    const there = { startsAt: "2025-06-03T21:00:00Z", endsAt: null, zone: "America/New_York" };
    // The caucus counts it to the day that it was in Quetta.
    const time = { ...TIME, ...there, firstDay: "2025-06-04", lastDay: "2025-06-04" };
    const meeting = recorded({ time });

    const mended = mendedFrom(meeting);

    expect(mended).toMatchObject({ when: { kind: "earlier", clock: "17:00" }, whenOn: TUESDAY });
    const changed = { ...mended, when: { kind: "earlier" as const, clock: "16:30" } };
    expect(changesIn(meeting, mended)).toEqual({});
    expect(changesIn(meeting, changed)).toEqual({
      when: { instant: { at: "2025-06-03T20:30:00.000Z", zone: "America/New_York" } },
    });
  });

  it("may be without a day while she writes it anew, and is not saved so", () => {
    for (const meeting of [recorded(), recorded({ mode: "PHONE" })]) {
      const empty = { ...mendedFrom(meeting), whenOn: "" };

      expect(changesIn(meeting, empty)).toHaveProperty("when");
      expect(problemsOf(empty, new Date())).toEqual([{ at: "when", code: "WHEN_MISSING" }]);
    }
  });

  it("sends a day and a sentence alone where these were set right", () => {
    const meeting = recorded();
    const mended = { ...mendedFrom(meeting), whenOn: "2025-06-02", said: " On Monday " };

    expect(changesIn(meeting, mended)).toEqual({
      // It lasted as long as before.
      when: { instant: { at: "2025-06-02T05:30:00.000Z", until: "2025-06-02T07:00:00.000Z" } },
      said: { text: "On Monday" },
    });
  });

  it("moves several days together, and forgets a clock that is taken out", () => {
    const days = { ...TIME, precision: "DAY" as const, startsAt: null, endsAt: null };
    const meeting = recorded({ time: { ...days, lastDay: "2025-06-05" } });
    const later = { ...mendedFrom(meeting), when: { kind: "day" as const, day: "2025-06-10" } };
    const noClock = {
      ...mendedFrom(recorded()),
      when: { kind: "day" as const, day: "2025-06-03" },
    };

    expect(changesIn(meeting, later)).toEqual({
      when: { days: { from: "2025-06-10", to: "2025-06-12" } },
    });
    expect(changesIn(recorded(), noClock)).toEqual({ when: { days: { from: "2025-06-03" } } });
  });

  it("takes words and a place back by null", () => {
    const meeting = recorded();

    const changes = changesIn(meeting, { ...mendedFrom(meeting), said: "  ", mode: "PHONE" });

    expect(changes).toEqual({ said: null, mode: "PHONE", heldIn: null });
  });

  it("asks who told of it her alone who recorded it", () => {
    const naila = { recordedBy: { id: "person_naila" } } as Partial<MeetingToMend>;

    expect(asksWhoTold(recorded(naila), "person_naila")).toBe(true);
    expect(asksWhoTold(recorded(naila), saima.id)).toBe(false);
    const press = { ...naila, source: { kind: "PRESS", channel: null, toldBy: null } };
    expect(asksWhoTold(recorded(press as Partial<MeetingToMend>), "person_naila")).toBe(false);
  });

  it("names who stays by the entry alone, and leaves out who goes", () => {
    const meeting = recorded();
    const { members, others, ...rest } = mendedFrom(meeting);
    const rubina = { id: "part_9", memberId: "member_rubina", name: { en: "Rubina" } };

    const joined = changesIn(meeting, { ...rest, others, members: [...members, rubina] });
    const left = changesIn(meeting, { ...rest, others, members: [] });

    const kept = [{ id: "part_5" }, { id: "part_6" }];
    expect(joined).toEqual({
      attendees: [{ id: "part_4" }, { id: "part_9", memberId: "member_rubina" }, ...kept],
    });
    expect(left).toEqual({ attendees: kept });
  });

  it("puts who was there for the wrong office to the right one", () => {
    const meeting = recorded();
    const [, text] = mendedFrom(meeting).offices;
    const right = {
      id: "part_9",
      stakeholderId: nadra.id,
      name: nadra.name,
      districtId: null,
    };
    const offices = text ? [right, text] : [];

    const changes = changesIn(meeting, { ...mendedFrom(meeting), offices });

    expect(changes).toEqual({
      with: [
        { id: "part_9", stakeholderId: nadra.id },
        { id: "part_2", text: "DC Zhob" },
      ],
      attendees: [{ id: "part_4" }, { id: "part_5", stakeholderId: nadra.id }, { id: "part_6" }],
    });
  });
});

describe("what a meeting was about, and who else was there", () => {
  const girls = { id: "topic_girls", name: { en: "Girls’ schools", ur: null } };
  const voters = { id: "topic_voters", name: { en: "Voters", ur: null } };
  const zhob = { id: "district_zhob", name: { en: "Zhob", ur: null } };
  const students = {
    id: "part_7",
    label: "students",
    headcount: 12,
    women: 12,
    men: null,
    notStated: null,
    basis: "COUNTED" as const,
  };
  const meeting = recorded({
    title: { text: "Lists", language: "EN" },
    topics: [girls, voters],
    concerns: [zhob],
    groups: [students],
  } as Partial<MeetingToMend>);
  const written = mendedFrom(meeting);
  const nida = { ...newNewcomer(), name: " Nida Khan ", title: "ڈپٹی ڈائریکٹر" };

  it("asks for nothing while nothing is changed, in whatever order topics were chosen", () => {
    expect(changesIn(meeting, written)).toEqual({});
    expect(changesIn(meeting, { ...written, topics: [voters, girls] })).toEqual({});
    const untouched = { newcomers: [newNewcomer()], groups: [...written.groups, newGroup()] };
    expect(changesIn(meeting, { ...written, ...untouched })).toEqual({});
  });

  it("takes a title back by null, and topics and districts by leaving them out", () => {
    const changes = changesIn(meeting, { ...written, title: " ", topics: [voters], concerns: [] });

    expect(changes).toEqual({ title: null, topicIds: ["topic_voters"], concernsDistrictIds: [] });
  });

  it("sends a group whole, so that what the form does not ask stays", () => {
    const groups = written.groups.map((group) => ({ ...group, headcount: "۲۰", men: "8" }));

    const { basis, id, label, women } = students;
    expect(changesIn(meeting, { ...written, groups })).toEqual({
      groups: [{ id, label, headcount: 20, women, men: 8, basis }],
    });
  });

  it("adds somebody new by her name in its script, after those who stay", () => {
    const { attendees } = changesIn(meeting, { ...written, newcomers: [nida] });

    expect(attendees?.at(-1)).toEqual({
      id: nida.id,
      newPerson: {
        id: nida.personId,
        name: { en: "Nida Khan" },
        title: { ur: "ڈپٹی ڈائریکٹر" },
      },
    });
    expect(attendees).toHaveLength(4);
  });

  it("puts what the server found in somebody new, or in a group, at her field", () => {
    const groups = written.groups.map((group) => ({ ...group, men: "8" }));
    const sent = changesIn(meeting, { ...written, newcomers: [nida], groups });
    const found = (...path: string[]) => ({ code: "TOO_LONG", path, message: "" });
    const errors = [
      found("attendees", "3", "newPerson", "name", "en"),
      found("attendees", "3", "newPerson", "title"),
      found("groups", "0", "label"),
      { ...found("groups", "0", "headcount"), code: "INVALID" },
      found("title", "text"),
      found("topicIds", "0"),
    ];

    expect(problemsIn(errors, sent, sent)).toEqual([
      { at: placeIn(nida.id, "name"), code: "TOO_LONG" },
      { at: placeIn(nida.id, "title"), code: "TOO_LONG" },
      { at: placeIn("part_7", "label"), code: "TOO_LONG" },
      { at: placeIn("part_7", "headcount"), code: "PARTS_EXCEED" },
      { at: "title", code: "TOO_LONG" },
      { at: "topicIds", code: "TOO_LONG" },
    ]);
  });

  it("is no newcomer twice, where an earlier try had arrived after all", () => {
    const arrived = {
      id: nida.id,
      capacity: "STAKEHOLDER",
      person: { id: nida.personId, name: { en: "Nida Khan", ur: null } },
      member: null,
      stakeholder: pec,
    };
    const now = { ...meeting, version: "second", attendees: [...meeting.attendees, arrived] };

    const { mended, clashes } = rebase(meeting, now as MeetingToMend, {
      ...written,
      newcomers: [nida],
    });

    expect(clashes).toEqual([]);
    expect(changesIn(now as MeetingToMend, mended)).toEqual({});
  });
});

describe("a meeting that somebody else has changed meanwhile", () => {
  const before = recorded();
  const theirs = recorded({
    version: "second",
    mode: "VIDEO",
    said: { text: "On Sunday", language: "EN" },
  });

  it("keeps hers where she wrote, and takes theirs where she did not", () => {
    const hers = { ...mendedFrom(before), said: "On Monday" };

    const { mended, clashes } = rebase(before, theirs, hers);

    expect(mended).toMatchObject({ said: "On Monday", mode: "VIDEO" });
    expect(clashes).toEqual(["said"]);
    expect(changesIn(theirs, mended)).toEqual({ said: { text: "On Monday" } });
  });

  it("is no clash where both wrote the same, or in different places", () => {
    const same = { ...mendedFrom(before), said: "On Sunday" };
    const elsewhere = { ...mendedFrom(before), wordsAudience: "CAUCUS" as const };

    expect(rebase(before, theirs, same).clashes).toEqual([]);
    expect(rebase(before, theirs, elsewhere).clashes).toEqual([]);
  });

  it("puts in again whom she kept and the other took out", () => {
    const [member, clerk, hidden] = before.attendees;
    const alone = recorded({
      version: "second",
      attendees: member && hidden ? [member, hidden] : [],
    });
    const rubina = { id: "part_9", memberId: "member_rubina", name: { en: "Rubina" } };
    const written = mendedFrom(before);
    const hers = { ...written, members: [...written.members, rubina] };

    const { mended, clashes } = rebase(before, alone, hers);

    expect(clashes).toEqual(["attendees"]);
    expect(changesIn(alone, mended).attendees).toEqual([
      { id: "part_4" },
      { id: "part_9", memberId: "member_rubina" },
      { id: "part_5", personId: clerk?.person?.id },
      { id: "part_6" },
    ]);
  });

  it("gives hers up where she takes theirs", () => {
    const hers = { ...mendedFrom(before), said: "On Monday", place: "NADRA office" };

    const { mended } = rebase(before, theirs, hers);

    expect(take("said", theirs, mended)).toMatchObject({
      said: "On Sunday",
      place: "NADRA office",
    });
  });
});

describe("an office that she typed and did not choose", () => {
  const meeting = recorded();
  const typed = { ...mendedFrom(meeting), search: " DC Washuk " };

  it("asks for the same however often the form is drawn", () => {
    expect(changesIn(meeting, typed)).toEqual(changesIn(meeting, typed));
    const settled = officesToSave(typed);
    expect(changesIn(meeting, settled)).toEqual(changesIn(meeting, settled));
    expect(changesIn(meeting, settled).with?.at(-1)).toMatchObject({ text: "DC Washuk" });
  });

  it("is asked about where an office is chosen, and never added in silence", () => {
    expect(problemsOf(typed, new Date())).toEqual([{ at: SEARCH, code: "SEARCH_LEFT" }]);
    expect(problemsOf({ ...typed, offices: [] }, new Date())).toEqual([]);
  });

  it("is there once, where an earlier try had arrived after all", () => {
    const alone: Mended = { ...typed, offices: [] };
    const settled = officesToSave(alone);
    const now = recorded({
      version: "second",
      stakeholders: [
        { id: settled.offices.at(-1)?.id ?? "", text: "DC Washuk", stakeholder: null },
      ],
    });

    const { mended, clashes } = rebase(meeting, now, settled);

    expect(clashes).toEqual([]);
    expect(changesIn(now, mended)).toEqual({});
  });

  it("is marked where the server finds its name too long", () => {
    const settled = officesToSave(typed);
    const sent = changesIn(meeting, settled);
    const errors = [{ code: "TOO_LONG", path: ["with", "2", "text"], message: "" }];

    const [problem] = problemsIn(errors, sent, changesIn(meeting, settled));

    expect(problem?.at).toBe(settled.offices.at(-1)?.id);
    expect(placesOn(settled)).toContain(problem?.at);
  });
});

describe("what the server found in what was set right", () => {
  const meeting = recorded();
  const wrong = { ...mendedFrom(meeting), wordsAudience: "PARTNERS" as const, members: [] };
  const sent = changesIn(meeting, wrong);
  const refusal = (code: string, ...path: string[]) => ({ code, path, message: "" });
  const errors = [
    refusal("FORBIDDEN", "wordsAudience"),
    refusal("INVALID", "attendees", "0", "stakeholderId"),
    refusal("INVALID_TRANSITION"),
  ];

  it("stands at its field, or else at the form", () => {
    expect(problemsIn(errors, sent, sent).map(({ at }) => at)).toEqual([
      "wordsAudience",
      "attendees",
      "",
    ]);
  });

  it("is not called wrong any more once she has changed it", () => {
    const now = changesIn(meeting, { ...wrong, wordsAudience: "CAUCUS" });

    expect(problemsIn(errors, sent, now).map(({ at }) => at)).toEqual(["attendees", ""]);
  });
});

describe("what donors see of a meeting", () => {
  const member = { role: "MEMBER" } as const;
  const open = { audience: "PARTNERS", wordsAudience: "PARTNERS" } as const;

  it("is left to a coordinator, while it stays open to them", () => {
    expect(isLeftToCoordinator("words", member, open, open)).toBe(true);
    expect(isLeftToCoordinator("facts", member, open, open)).toBe(true);
    expect(isLeftToCoordinator("words", { role: "COORDINATOR" }, open, open)).toBe(false);
  });

  it("is hers to change who was there, once she has closed it to them", () => {
    const closedWords = { ...open, wordsAudience: "CAUCUS" } as const;
    const closed = { audience: "CAUCUS", wordsAudience: "CAUCUS" } as const;

    expect(isLeftToCoordinator("words", member, open, closedWords)).toBe(false);
    expect(isLeftToCoordinator("facts", member, open, closedWords)).toBe(true);
    expect(isLeftToCoordinator("facts", member, open, closed)).toBe(false);
    expect(isLeftToCoordinator("words", member, closed, closed)).toBe(false);
  });
});

describe("who is offered to set a meeting right", () => {
  const viewer = (role: "MEMBER" | "AIDE" | "COORDINATOR" | "ADMIN" | "PARTNER") =>
    ({ role, person: saima, member: { id: "member_saima" } }) as Parameters<typeof mayMend>[0];
  const meeting = {
    archivedOn: null,
    recordedBy: { id: "person_naila" },
    recordedFor: null,
    attendees: [],
  } as unknown as Parameters<typeof mayMend>[1];
  const attended = (attendance: string) =>
    ({ ...meeting, attendees: [{ id: "part_1", attendance, person: saima }] }) as typeof meeting;

  it("is the coordinator, and the member who recorded it or was there", () => {
    expect(mayMend(viewer("COORDINATOR"), meeting)).toBe(true);
    expect(mayMend(viewer("MEMBER"), { ...meeting, recordedBy: saima })).toBe(true);
    expect(mayMend(viewer("MEMBER"), attended("PARTLY"))).toBe(true);
  });

  it("is who writes for her, and she herself of what was written for her", () => {
    const forHer = { ...meeting, recordedFor: { id: "member_saima" } } as typeof meeting;
    const forAnother = { ...meeting, recordedFor: { id: "member_rubina" } } as typeof meeting;
    for (const role of ["MEMBER", "AIDE"] as const) {
      expect(mayMend(viewer(role), forHer)).toBe(true);
      expect(mayMend(viewer(role), attended("ATTENDED"))).toBe(true);
      expect(mayMend(viewer(role), { ...forAnother, recordedBy: saima })).toBe(false);
    }
  });

  it("is nobody else, and nobody while it is archived", () => {
    expect(mayMend(viewer("MEMBER"), meeting)).toBe(false);
    const told = { ...meeting, source: { kind: "TOLD", toldBy: saima } } as typeof meeting;
    expect(mayMend(viewer("MEMBER"), told)).toBe(false);
    expect(mayMend(viewer("MEMBER"), attended("APOLOGIES"))).toBe(false);
    expect(mayMend(viewer("ADMIN"), attended("ATTENDED"))).toBe(false);
    expect(mayMend(viewer("COORDINATOR"), { ...meeting, archivedOn: "2025-07-01" })).toBe(false);
  });
});
