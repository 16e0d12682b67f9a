import { describe, expect, it } from "vitest";
import { mustAsk } from "../src/concepts/access/leaving";
import { mendedFrom } from "../src/concepts/meetings/mend/mended";
import { changesIn } from "../src/concepts/meetings/mend/mendInput";
import { type Place, placesOf, resume } from "../src/concepts/meetings/mend/rebase";
import { handOver, isMeeting } from "../src/concepts/meetings/unsent/unsentMeeting";
import { dropMend, findMend, keepMend } from "../src/concepts/meetings/unsent/unsentMend";
import type { Desk } from "../src/kit/offline/desk";
import { sendWaiting } from "../src/kit/offline/sender";
import { answering, open, PRESSED, useMachine } from "./machine";
import { recorded } from "./recorded";
import { draftWith } from "./sample";

useMachine();

const meeting = recorded({ id: "meeting_0197325e-0000-7000-8000-000000000001" });
const written = mendedFrom(meeting);
const keep = (desk: Desk, mended: typeof written, clashes: Place[] = []) =>
  keepMend(desk, { read: meeting, mended, clashes });
const keptOn = (desk: Desk) => findMend(desk.shown().rows, meeting.id);

/** What is kept is on its way to the disk; the next thing done there comes after it. */
const settled = (desk: Desk) => desk.leftHere();

describe("a correction that she has not saved", () => {
  it("outlives the page, with the meeting as she had it before her", async () => {
    const desk = await open();
    keep(desk, { ...written, said: "On Monday" });
    await settled(desk);

    const kept = keptOn(await open());

    expect(kept?.draft.read).toEqual(meeting);
    expect(kept && placesOf(kept.draft.read, kept.draft.mended)).toEqual(["said"]);
    expect(keptOn(await open("user_rubina"))).toBe(null);
  });

  it("lies there once for a meeting, as it was written last", async () => {
    const desk = await open();
    keep(desk, { ...written, said: "On Monday" });
    keep(desk, { ...written, said: "On Tuesday" });
    await settled(desk);

    const again = await open();

    expect(keptOn(again)?.draft.mended.said).toBe("On Tuesday");
    expect(again.shown().rows).toHaveLength(1);
  });

  it("is gone where all is again as it is recorded, and once it is saved", async () => {
    const desk = await open();
    keep(desk, { ...written, said: "On Monday" });
    keep(desk, written);
    expect(keptOn(desk)).toBe(null);

    keep(desk, { ...written, said: "On Monday" });
    dropMend(desk, meeting.id);
    await settled(desk);

    expect(keptOn(await open())).toBe(null);
  });

  it("is an office as well that she typed and did not choose yet", async () => {
    const desk = await open();
    keep(desk, { ...written, search: "DC Washuk" });

    const draft = keptOn(desk)?.draft;

    expect(draft?.mended.search).toBe("DC Washuk");
    expect(draft && placesOf(draft.read, draft.mended)).toEqual(["with"]);
  });

  it("is never sent by itself, and stands beside what is logged under the same id", async () => {
    const desk = await open();
    keep(desk, { ...written, said: "On Monday" });
    await handOver(desk, draftWith({ meetingId: meeting.id, said: "a desk" }), PRESSED);
    const post = answering({});

    await sendWaiting(desk, post);

    expect(post.sent).toEqual(["a desk"]);
    expect(desk.shown().rows.filter(isMeeting)).toEqual([]);
    expect(keptOn(desk)?.draft.mended.said).toBe("On Monday");
  });

  it("is put upon what somebody else has left, where the meeting was changed since", async () => {
    const desk = await open();
    keep(desk, { ...written, said: "On Monday", place: "NADRA office" });
    await settled(desk);
    const now = {
      ...meeting,
      version: "second",
      said: { text: "On Sunday", language: "EN" as const },
    };

    const draft = keptOn(await open())?.draft;
    const resumed = draft && resume(draft, now);

    expect(resumed?.clashes).toEqual(["said"]);
    expect(resumed && changesIn(now, resumed.mended)).toMatchObject({
      said: { text: "On Monday" },
      heldIn: { place: "NADRA office" },
    });
  });

  it("shows again what she was shown of somebody else, until she has settled it", () => {
    const unsettled = { read: meeting, mended: { ...written, said: "On Monday" } };
    const same = { ...unsettled, mended: written };

    expect(resume({ ...unsettled, clashes: ["said"] }, meeting).clashes).toEqual(["said"]);
    expect(resume({ ...same, clashes: ["said"] }, meeting).clashes).toEqual([]);
  });
});

describe("signing out with a correction that is not saved", () => {
  it("asks what becomes of it, and deletes it when told so", async () => {
    const desk = await open();
    keep(desk, { ...written, said: "On Monday" });

    expect(mustAsk(await desk.leftHere())).toBe(true);
    await desk.clear();

    expect((await open()).shown().rows).toEqual([]);
  });
});
