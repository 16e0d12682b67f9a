import { describe, expect, it } from "vitest";
import {
  addDays,
  clockAt,
  endOfMonth,
  formatClock,
  formatDay,
  formatMonth,
  instantAt,
  isFarBack,
  monthsBefore,
  thisFriday,
  today,
  zoneName,
} from "../src/kit/dates";

describe("days", () => {
  it("are written as people write them in either language", () => {
    expect(formatDay("2025-06-03", "en")).toBe("Tue 3 June 2025");
    expect(formatDay("2025-06-03", "ur")).toBe("منگل 3 جون 2025");
  });

  it("are those of the caucus's zone, five hours ahead of Greenwich", () => {
    expect(today(new Date("2025-06-02T18:59:00Z"))).toBe("2025-06-02");
    expect(today(new Date("2025-06-02T19:00:00Z"))).toBe("2025-06-03");
  });

  it("are doubted where they are more than five years ago", () => {
    expect(isFarBack("1900-01-01", "2026-01-15")).toBe(true);
    expect(isFarBack("2021-01-14", "2026-01-15")).toBe(true);
    expect(isFarBack("2021-01-15", "2026-01-15")).toBe(false);
    expect(isFarBack("", "2026-01-15")).toBe(false);
  });

  it("count over the ends of months and years", () => {
    expect(addDays("2025-12-31", 1)).toBe("2026-01-01");
    expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
  });

  it("go back by months to the last day where the month is shorter", () => {
    expect(monthsBefore("2025-06-03", 12)).toBe("2024-06-03");
    expect(monthsBefore("2025-03-31", 1)).toBe("2025-02-28");
  });
});

describe("the days a task can be due by one tap", () => {
  it("take this Friday, and on a Friday that day itself", () => {
    expect(thisFriday("2025-06-03")).toBe("2025-06-06");
    expect(thisFriday("2025-06-06")).toBe("2025-06-06");
    expect(thisFriday("2025-06-07")).toBe("2025-06-13");
  });

  it("take the last day of the month, which in February depends on the year", () => {
    expect(endOfMonth("2025-06-03")).toBe("2025-06-30");
    expect(endOfMonth("2025-12-31")).toBe("2025-12-31");
    expect(endOfMonth("2024-02-10")).toBe("2024-02-29");
  });
});

describe("times", () => {
  it("on a clock in Quetta are the same moment everywhere", () => {
    expect(instantAt("2025-06-03", "10:30")).toBe("2025-06-03T05:30:00.000Z");
  });

  it("are shown in the zone of the meeting", () => {
    expect(formatClock("2025-06-03T05:30:00Z", "en", "Asia/Karachi")).toBe("10:30\u00a0am");
  });

  it("in Urdu say the part of the day as people say it, without Latin letters", () => {
    const shown = ["04:15", "10:30", "12:00", "16:45", "18:30", "21:05"].map((clock) =>
      formatClock(instantAt("2025-06-03", clock), "ur", "Asia/Karachi").replaceAll("\u00a0", " "),
    );

    expect(shown).toEqual([
      "صبح 4:15 بجے",
      "صبح 10:30 بجے",
      "دوپہر 12:00 بجے",
      "سہ پہر 4:45 بجے",
      "شام 6:30 بجے",
      "رات 9:05 بجے",
    ]);
  });

  it("are the same moment by the clock of any place, in summer and in winter", () => {
    const zone = "America/New_York";

    expect(instantAt("2025-06-03", "17:00", zone)).toBe("2025-06-03T21:00:00.000Z");
    expect(instantAt("2025-01-03", "17:00", zone)).toBe("2025-01-03T22:00:00.000Z");
    expect(instantAt("2025-03-09", "08:00", zone)).toBe("2025-03-09T12:00:00.000Z");
    expect(clockAt("2025-06-03T04:00:00Z", zone)).toBe("00:00");
    expect(zoneName(zone, "en")).toBe("Eastern Time");
  });

  it("known only by month show the month", () => {
    expect(formatMonth("2025-06-01", "en")).toBe("June 2025");
  });
});
