import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newHolder } from "../src/concepts/people/newHolder";
import {
  asNewPerson,
  atLines,
  missingInHolder,
  newHolderDraft,
  personFields,
  toPostInput,
} from "../src/concepts/people/personDraft";
import { asDialled, nextPhone } from "../src/concepts/people/phoneNumbers";
import { holderSaver } from "../src/concepts/people/saveHolder";
import { connect } from "../src/kit/graphql/client";

describe("a phone number", () => {
  it("is taken in the forms in which people write it", () => {
    expect(asDialled("0300 123-4567")).toBe("03001234567");
    expect(asDialled("300 1234567")).toBe("+923001234567");
    expect(asDialled("92 300 1234567")).toBe("+923001234567");
    expect(asDialled("۰۳۰۰ ۱۲۳۴۵۶۷")).toBe("03001234567");
    expect(asDialled("\u202a+92 300 1234567\u202c")).toBe("+923001234567");
    expect(asDialled("+44 20 7946 0000")).toBe("+442079460000");
  });

  it("is asked for of each kind once before a kind comes again", () => {
    const own = nextPhone([]);
    const other = nextPhone([own]);
    expect([own.kind, other.kind]).toEqual(["OWN", "WHATSAPP"]);
  });
});

const written = {
  ...newHolderDraft(),
  ...asNewPerson("Zarghuna"),
  titleEn: " Clerk ",
  phones: [
    { number: "", kind: "OWN" as const },
    { number: "0300 1234567", kind: "OFFICE" as const },
  ],
};

describe("who holds a post", () => {
  it("begins as somebody new in the language of the letters", () => {
    expect(asNewPerson("Zarghuna")).toEqual({ who: "new", en: "Zarghuna", ur: "" });
    expect(asNewPerson("زرغونہ")).toEqual({ who: "new", en: "", ur: "زرغونہ" });
  });

  it("needs somebody, her name where she is new, and what the post is", () => {
    const fields = (draft: Parameters<typeof missingInHolder>[0]) =>
      missingInHolder(draft).map(({ path }) => path[0]);

    expect(fields(newHolderDraft())).toEqual(["who", "title"]);
    expect(fields({ ...newHolderDraft(), who: "new" })).toEqual(["name", "title"]);
    expect(fields({ ...written, who: { id: "person_1", name: { en: "Z" } } })).toEqual([]);
  });

  it("is sent without the lines on which no number is written", () => {
    expect(personFields(written)).toEqual({
      name: { en: "Zarghuna", ur: null },
      phones: [{ number: "03001234567", kind: "OFFICE" }],
    });
    expect(toPostInput(written, "stakeholder_1")).toEqual({
      id: written.postId,
      personId: written.personId,
      stakeholderId: "stakeholder_1",
      title: { en: "Clerk", ur: null },
      from: null,
    });
  });

  it("is told of a wrong number at the line on which it is written", () => {
    const error = { code: "INVALID", path: ["phones", "0", "number"], message: "" };

    expect(atLines([error], written.phones)[0]?.path).toEqual(["phones", "1", "number"]);
  });
});

describe("saying who holds a post", () => {
  beforeEach(() => {
    vi.stubGlobal("window", new EventTarget());
    vi.stubGlobal("document", new EventTarget());
  });
  afterEach(() => vi.unstubAllGlobals());

  /** Sends drafts one after the other, to answers that are given; tells what was asked. */
  async function saved(
    drafts: readonly (typeof written)[],
    answers: readonly (readonly [field: string, errors: object[]] | "nothing" | "there")[],
  ) {
    const left = [...answers];
    const asked: { name: string; input: Record<string, unknown> }[] = [];
    vi.stubGlobal("fetch", async (_url: string, { body }: { body: string }) => {
      const { query, variables } = JSON.parse(body);
      asked.push({ name: /(?:mutation|query) (\w+)/.exec(query)?.[1] ?? "", ...variables });
      const next = left.shift();
      if (next === "nothing" || next === undefined) throw new TypeError("no network");
      const person = {
        __typename: "Person",
        id: written.personId,
        version: "1",
        name: { __typename: "Name", en: "Zarghuna", ur: null },
        phones: [],
        posts: [],
      };
      const data =
        next === "there"
          ? { person }
          : {
              [next[0]]: {
                __typename: "PersonPayload",
                person: next[1].length > 0 ? null : person,
                userErrors: next[1],
              },
            };
      return new Response(JSON.stringify({ data }), {
        headers: { "content-type": "application/graphql-response+json" },
      });
    });
    const { client, close } = connect({ onSignedOut: () => {} });
    const save = holderSaver(client, "stakeholder_1", written.personId);
    const kinds: string[] = [];
    for (const draft of drafts) kinds.push((await save(draft)).kind);
    close();
    return { kinds, asked };
  }
  const wrong = (code: string, ...path: string[]) => ({
    __typename: "UserError",
    code,
    path,
    message: "",
  });

  it("goes on with the same person and post until they are saved, also in a sheet opened anew", async () => {
    const answers = [{ person: null }, { person: { __typename: "Person", id: "person_1" } }];
    vi.stubGlobal("fetch", async () => {
      const answer = answers.shift();
      if (!answer?.person) throw new TypeError("no network");
      const addPost = { __typename: "PersonPayload", ...answer, userErrors: [] };
      return new Response(JSON.stringify({ data: { addPost } }), {
        headers: { "content-type": "application/graphql-response+json" },
      });
    });
    const { client, close } = connect({ onSignedOut: () => {} });
    const known = { ...written, who: { id: "person_1", name: { en: "Zarghuna" } } };
    const first = newHolder(client, "stakeholder_1");

    expect((await first.send(known)).kind).toBe("failed");
    const again = newHolder(client, "stakeholder_1");
    expect(again.draft.personId).toBe(first.draft.personId);

    expect((await again.send(known)).kind).toBe("saved");
    expect(newHolder(client, "stakeholder_1").draft.postId).not.toBe(first.draft.postId);
    close();
  });

  it("adds somebody new and then the post", async () => {
    const { kinds, asked } = await saved(
      [written],
      [
        ["createPerson", []],
        ["addPost", []],
      ],
    );

    expect(kinds).toEqual(["saved"]);
    expect(asked.map(({ name }) => name)).toEqual(["CreatePerson", "AddPost"]);
  });

  it("does not add her again where the post was refused, and changes what is written anew", async () => {
    const { kinds, asked } = await saved(
      [written, { ...written, titleEn: "Officer" }, { ...written, en: "Zarghuna Khan" }],
      [
        ["createPerson", []],
        ["addPost", [wrong("TOO_LONG", "title", "en")]],
        ["addPost", [wrong("TOO_LONG", "title", "en")]],
        ["updatePerson", []],
        ["addPost", []],
      ],
    );

    expect(kinds).toEqual(["refused", "refused", "saved"]);
    expect(asked.map(({ name }) => name)).toEqual([
      "CreatePerson",
      "AddPost",
      "AddPost",
      "UpdatePerson",
      "AddPost",
    ]);
  });

  it("asks the same again where no answer came, and changes her where she had arrived", async () => {
    const { kinds, asked } = await saved(
      [written, { ...written, en: "Zarghuna Khan" }],
      [
        "nothing",
        ["createPerson", [wrong("ID_CONFLICT", "id")]],
        "there",
        ["updatePerson", []],
        ["addPost", []],
      ],
    );

    expect(kinds).toEqual(["failed", "saved"]);
    expect(asked.map(({ name }) => name)).toEqual([
      "CreatePerson",
      "CreatePerson",
      "PersonVersion",
      "UpdatePerson",
      "AddPost",
    ]);
  });
});
