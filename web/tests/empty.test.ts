import { describe, expect, it } from "vitest";
import { noOfficeWord } from "../src/concepts/stakeholders/noOffice";
import { noMeetingWord } from "../src/kit/viewer";

describe("where there is no office", () => {
  it("it does not speak of a search that nobody made", () => {
    expect(noOfficeWord({ role: "MEMBER" }, {})).toBe("offices.none");
    expect(noOfficeWord({ role: "PARTNER" }, {})).toBe("offices.noneOpen");
    expect(noOfficeWord({ role: "MEMBER" }, { search: "zhob" })).toBe("offices.empty");
    expect(noOfficeWord({ role: "PARTNER" }, { categories: ["ECP"] })).toBe("offices.emptyOpen");
  });

  it("it tells the coordinator, who adds them, to begin", () => {
    expect(noOfficeWord({ role: "COORDINATOR" }, {})).toBe("offices.noneBegin");
  });
});

describe("where there is no meeting", () => {
  it("only a partner waits for one to be shared with her", () => {
    expect(noMeetingWord({ role: "PARTNER" })).toBe("meetings.empty");
    expect(noMeetingWord({ role: "ADMIN" })).toBe("meetings.noneOpen");
    expect(noMeetingWord({ role: "MEMBER" })).toBe("meetings.none");
  });
});
