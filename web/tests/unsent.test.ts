import { describe, expect, it } from "vitest";
import {
  begun,
  handedOver,
  type UnsentMeeting,
  type WaitingMeeting,
} from "../src/concepts/meetings/unsent/unsentMeeting";
import {
  type Answer,
  answered,
  canTakeBack,
  notSent,
  onItsWay,
  reasonOf,
} from "../src/kit/offline/unsent";
import { draftWith } from "./sample";

const PRESSED = new Date("2025-06-03T06:00:00.000Z");
const saved = handedOver(begun("user_saima", draftWith({ said: "a desk" })), PRESSED);
const tried = (answer: Answer, before = saved): UnsentMeeting | null =>
  answered(onItsWay(before), answer, before.state.mayHaveArrived);
const refused: Answer = { kind: "refused", errors: [{ code: "TOO_LONG", path: [], message: "" }] };

describe("a meeting that she saved", () => {
  it("is sent as it was when she pressed, with the ids that it had from the beginning", () => {
    const { input } = saved.state;

    expect(input).toMatchObject({ id: saved.id, requestId: saved.draft.requestId });
    expect(input.when).toEqual({ instant: { at: PRESSED.toISOString() } });
  });

  it("saved again after it was mended keeps its ids and its moment", () => {
    const back = tried(refused) as UnsentMeeting;
    const mended = handedOver({ ...back, draft: { ...back.draft, said: "two" } }, new Date());

    expect(mended.state.input).toMatchObject({
      id: saved.id,
      requestId: saved.draft.requestId,
      when: saved.state.input.when,
      said: { text: "two" },
    });
  });

  it("is gone only once an answer names it", () => {
    expect(tried({ kind: "named" })).toBe(null);
    for (const kind of ["unsure", "fault", "ended"] as const) {
      expect(tried({ kind })?.state).toMatchObject({ kind: "waiting", input: saved.state.input });
    }
  });

  it("comes back to her with the errors for which it was refused", () => {
    expect(tried(refused)?.state).toMatchObject({ kind: "back", errors: [{ code: "TOO_LONG" }] });
  });

  it("may have arrived once an answer is missing, and still when a later try surely failed", () => {
    const unsure = tried({ kind: "unsure" }) as WaitingMeeting;
    const failed = tried({ kind: "fault" }, unsure) as WaitingMeeting;

    expect(unsure.state.mayHaveArrived).toBe(true);
    expect(failed.state.mayHaveArrived).toBe(true);
    expect((tried({ kind: "fault" }) as WaitingMeeting).state.mayHaveArrived).toBe(false);
  });

  it("may be changed until it may have arrived", () => {
    expect(canTakeBack(notSent(saved, "unreached"))).toBe(true);
    expect(canTakeBack(onItsWay(saved))).toBe(false);
  });
});

describe("why it waits", () => {
  const why = (unsent: UnsentMeeting | null) => unsent && reasonOf(unsent);

  it("is a fault of this page where it is one, also once it may have arrived", () => {
    const broken = tried({ kind: "defect" }) as WaitingMeeting;

    expect(why(notSent(saved, "defect"))).toBe("defect");
    expect(why(broken)).toBe("defect");
    expect(canTakeBack(broken)).toBe(false);
  });

  it("is no network where nobody was there to send it to", () => {
    expect(why(saved)).toBe("sending");
    expect(why(notSent(saved, "unreached"))).toBe("offline");
  });

  it("is not known once it may have arrived, also without a network", () => {
    const unsure = tried({ kind: "unsure" }) as WaitingMeeting;

    expect(why(unsure)).toBe("unsure");
    expect(why(notSent(unsure, "unreached"))).toBe("unsure");
  });

  it("is that the record never takes it as it is, also where it may have arrived", () => {
    const unsure = tried({ kind: "unsure" }) as WaitingMeeting;
    for (const before of [saved, unsure]) {
      const rejected = tried({ kind: "rejected" }, before) as UnsentMeeting;
      expect(why(rejected)).toBe("rejected");
      expect(why(handedOver(rejected, new Date()))).toBe("sending");
    }
  });

  it("is that it needs mending, or was in the record before", () => {
    const conflict = { code: "ID_CONFLICT", path: [], message: "" };

    expect(why(tried(refused))).toBe("mend");
    expect(why(tried({ kind: "refused", errors: [conflict] }))).toBe("savedBefore");
  });
});
