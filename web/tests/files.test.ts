import { describe, expect, it } from "vitest";
import { ACCEPT, nameOf, sizeOf, wrongWith } from "../src/concepts/attachments/kinds";
import { endingOfSend } from "../src/concepts/attachments/sendFile";
import { opensWord, whoMayOpen } from "../src/concepts/attachments/whoOpens";
import en from "../src/locales/en/messages.json";

const MEGABYTE = 1024 * 1024;
const file = (name: string, size = 1, type = "") => ({ name, size, type });

describe("a file that is chosen", () => {
  it("is known by its name, or where that has no ending by what the phone says it is", () => {
    expect(wrongWith(file("Letter.PDF"))).toBe(null);
    expect(wrongWith(file("photo.heic", 1, "image/heic"))).toBe("FILE_KIND");
    expect(wrongWith(file("1000012345", 1, "image/jpeg"))).toBe(null);
    expect(nameOf(file("1000012345", 1, "image/jpeg"))).toBe("1000012345.jpg");
    expect(nameOf(file("scan.jpeg", 1, "image/jpeg"))).toBe("scan.jpeg");
  });

  it("is neither empty nor larger than the record takes it", () => {
    expect(wrongWith(file("a.pdf", 0))).toBe("FILE_EMPTY");
    expect(wrongWith(file("a.pdf", 10 * MEGABYTE))).toBe(null);
    expect(wrongWith(file("a.pdf", 10 * MEGABYTE + 1))).toBe("FILE_TOO_LARGE");
  });

  it("says how large it is as people do", () => {
    expect(sizeOf(1)).toEqual({ unit: "KB", size: "1" });
    expect(sizeOf(150 * 1024)).toEqual({ unit: "KB", size: "150" });
    expect(sizeOf(MEGABYTE - 1)).toEqual({ unit: "MB", size: "1" });
    expect(sizeOf(2.46 * MEGABYTE)).toEqual({ unit: "MB", size: "2.5" });
    expect(sizeOf(10 * MEGABYTE + 1)).toEqual({ unit: "MB", size: "10.1" });
  });

  it("is offered by its kind and by the ending of its name, as phones know one or the other", () => {
    const offered = ACCEPT.split(",");

    expect(offered).toEqual(expect.arrayContaining(["image/jpeg", ".jpeg", ".pdf", ".docx"]));
    expect(offered.filter((one) => !/^(\.[a-z]+|[a-z]+\/[a-z.-]+)$/.test(one))).toEqual([]);
  });
});

describe("who may open a file", () => {
  it("is as with the words of what it hangs on, unless she says so", () => {
    const of = { audience: "CAUCUS", wordsAudience: "PRESENT" } as const;

    expect(whoMayOpen(of, false)).toEqual({ all: ["PRESENT", "CAUCUS"], usual: "PRESENT" });
  });

  it("is never more than see that, and donors only where a coordinator adds it", () => {
    const open = { audience: "PARTNERS", wordsAudience: "PARTNERS" } as const;
    const closed = { audience: "PRESENT", wordsAudience: "PRESENT" } as const;

    expect(whoMayOpen(open, false)).toEqual({ all: ["PRESENT", "CAUCUS"], usual: "CAUCUS" });
    expect(whoMayOpen(open, true).usual).toBe("PARTNERS");
    expect(whoMayOpen(closed, true).all).toEqual(["PRESENT"]);
  });

  it("is not those present where nobody was, at a letter", () => {
    expect(opensWord("PRESENT", "meeting")).toBe("audience.PRESENT");
    expect(opensWord("PRESENT", "letter")).not.toBe("audience.PRESENT");
    expect(opensWord("CAUCUS", "letter")).toBe("audience.CAUCUS");
  });
});

describe("what came of sending a file", () => {
  const answered = (status: number, body: object | string = "") =>
    endingOfSend({ status, body: typeof body === "string" ? body : JSON.stringify(body) });
  const refusedWith = (status: number, code: string, path: string[]) => {
    const ending = answered(status, { code, userErrors: [{ code, path, message: "No." }] });
    return ending.kind === "refused" ? ending.errors.map((error) => error.code) : ending;
  };

  it("is that it is saved, or that nobody knows where the connection broke off", () => {
    expect(answered(201, { id: "attachment_1" })).toEqual({ kind: "saved" });
    expect(endingOfSend(null)).toEqual({ kind: "failed", word: "file.offline" });
    expect(answered(503, { code: "OUTCOME_UNKNOWN" })).toEqual({
      kind: "failed",
      word: "file.offline",
    });
  });

  it("is that it is too large also where what stands before the record says so by a page", () => {
    const ending = answered(413, "<html><h1>413</h1></html>");

    expect(ending).toMatchObject({ kind: "refused", errors: [{ code: "FILE_REFUSED_AS_LARGE" }] });
  });

  it("is told apart by what would be right, in words that are there", () => {
    const codes = [
      refusedWith(422, "INVALID", ["file"]),
      refusedWith(422, "REQUIRED", ["file"]),
      refusedWith(422, "INVALID", ["name"]),
      refusedWith(422, "INVALID_TRANSITION", ["on"]),
      refusedWith(404, "NOT_FOUND", ["on"]),
      refusedWith(409, "ID_CONFLICT", ["id"]),
      refusedWith(403, "FORBIDDEN", ["on"]),
    ].flat();

    expect(codes).toEqual([
      "FILE_CONTENT",
      "FILE_EMPTY",
      "FILE_NAME",
      "FILE_NOWHERE",
      "FILE_NOWHERE",
      "FILE_THERE",
      "FORBIDDEN",
    ]);
    expect(codes.filter((code) => !(`error.${code}` in en))).toEqual([]);
  });

  it("is that the record had a fault where its answer is no such answer", () => {
    for (const body of ["", "<html>", "null", "[]", '{"userErrors":1}']) {
      expect(answered(500, body)).toEqual({ kind: "failed", word: "file.failed" });
    }
    expect(answered(408)).toEqual({ kind: "failed", word: "file.slow" });
  });
});
