import { describe, expect, it, vi } from "vitest";
import { newOffice } from "../src/concepts/stakeholders/newOffice";
import { connect } from "../src/kit/graphql/client";

vi.stubGlobal("window", new EventTarget());
vi.stubGlobal("document", new EventTarget());

describe("an office to be added", () => {
  it("keeps its ids and what is written of it until it is settled, and then the next is another", () => {
    const { client, close } = connect({ onSignedOut: () => {} });
    const first = newOffice(client, "DC Zhob");
    first.draft = { ...first.draft, category: "LOCAL_GOVERNMENT" };
    const requestId = first.requestIdFor(first.draft);

    const again = newOffice(client, "DC Zhob");
    expect(again.draft).toEqual(first.draft);
    expect(again.requestIdFor(again.draft)).toBe(requestId);

    again.settle();
    expect(newOffice(client, "DC Zhob").draft.id).not.toBe(first.draft.id);
    close();
  });

  it("is another under another name, and for who signs in next", () => {
    const [one, next] = [connect({ onSignedOut: () => {} }), connect({ onSignedOut: () => {} })];
    const { id } = newOffice(one.client, "DC Zhob").draft;

    expect(newOffice(one.client, "DC Washuk").draft.id).not.toBe(id);
    expect(newOffice(next.client, "DC Zhob").draft.id).not.toBe(id);
    one.close();
    next.close();
  });
});
