import { type Client, CombinedError } from "urql";
import { describe, expect, it } from "vitest";
import { newOfficeDraft } from "../src/concepts/stakeholders/officeDraft";
import { twinsOf } from "../src/concepts/stakeholders/useTwins";

const draft = { ...newOfficeDraft("DC Zhob "), ur: "ڈی سی ژوب" };
const office = (id: string) => ({
  id,
  name: { en: id },
  category: "LOCAL_GOVERNMENT",
  districts: [],
});

/** A record that finds these offices by these names. */
function record(finds: Record<string, string[]>): Client {
  const answer = (search: string) =>
    finds[search]
      ? { data: { stakeholders: { nodes: finds[search].map(office) } } }
      : { error: new CombinedError({ networkError: new TypeError("no network") }) };
  const query = (_query: unknown, { search }: { search: string }) => ({
    toPromise: async () => answer(search),
  });
  return { query } as unknown as Client;
}

describe("an office that is to be added may be there already", () => {
  it("by either of its names, once each", async () => {
    const client = record({ "DC Zhob": ["a", "b"], "ڈی سی ژوب": ["b", "c"] });

    expect((await twinsOf(client, draft)).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it("but not as what an earlier try added without an answer", async () => {
    const client = record({ "DC Zhob": [draft.id], "ڈی سی ژوب": [] });

    expect(await twinsOf(client, draft)).toEqual([]);
  });

  it("and is added where nobody can say so for want of a network", async () => {
    expect(await twinsOf(record({}), draft)).toEqual([]);
  });
});
