import { describe, expect, it } from "vitest";
import { newId, uuidV7 } from "../src/kit/ids";

describe("ids made by the page", () => {
  it("are UUIDs of version 7", () => {
    expect(uuidV7()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it("begin with the milliseconds at which they were made", () => {
    const made = uuidV7(0x0192_3456_789a);
    expect(made.startsWith("01923456-789a-7")).toBe(true);
  });

  it("sort in the order in which they were made, also within one millisecond", () => {
    const many = Array.from({ length: 100 }, () => uuidV7());
    expect(many).toEqual(many.toSorted());
  });

  it("are never the same twice", () => {
    const many = Array.from({ length: 1000 }, () => uuidV7(1));
    expect(new Set(many).size).toBe(1000);
  });

  it("say what kind of record they name", () => {
    expect(newId("follow_up_action")).toMatch(/^follow_up_action_[0-9a-f-]{36}$/);
  });
});
