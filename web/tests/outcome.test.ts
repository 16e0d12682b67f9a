import { CombinedError } from "urql";
import { describe, expect, it } from "vitest";
import { errorsAt, outcomeOf, type UserError } from "../src/kit/graphql/outcome";

interface Answer {
  act: { userErrors: UserError[] };
}

const pick = (data: Answer) => data.act;
const failedWith = (code: string) =>
  new CombinedError({ graphQLErrors: [{ message: "", extensions: { code } }] });
const failedAt = (path: string[]) =>
  new CombinedError({ graphQLErrors: [{ message: "", path, extensions: { code: "INTERNAL" } }] });
const kindOf = (error: CombinedError) => outcomeOf<Answer, Answer["act"]>({ error }, pick).kind;
const wrong: UserError = { code: "TOO_LONG", path: ["followUps", "1", "title"], message: "" };

describe("the outcome of a write", () => {
  it("is done when nothing is wrong", () => {
    expect(outcomeOf({ data: { act: { userErrors: [] } } }, pick).kind).toBe("done");
  });

  it("is refused when the caller did something wrong", () => {
    expect(outcomeOf({ data: { act: { userErrors: [wrong] } } }, pick).kind).toBe("refused");
  });

  it("is offline when no answer came", () => {
    const error = new CombinedError({ networkError: new Error("no network") });
    expect(outcomeOf<Answer, Answer["act"]>({ error }, pick).kind).toBe("offline");
  });

  it("is failed only when the server says that nothing was done", () => {
    expect(kindOf(failedWith("INTERNAL"))).toBe("failed");
    expect(kindOf(failedAt(["act"]))).toBe("failed");
    expect(kindOf(failedWith("OUTCOME_UNKNOWN"))).toBe("unsure");
    expect(kindOf(new CombinedError({ graphQLErrors: [{ message: "a proxy's" }] }))).toBe("unsure");
  });

  it("is unsure when only a field of the answer failed, and when there is no answer in it", () => {
    expect(kindOf(failedAt(["act", "meeting", "followUps"]))).toBe("unsure");
    expect(outcomeOf<Answer, Answer["act"]>({}, pick).kind).toBe("unsure");
    expect(outcomeOf({ data: { act: null } }, ({ act }) => act as never).kind).toBe("unsure");
  });
});

describe("errors at a field", () => {
  it("are those of its path and of anything inside it", () => {
    expect(errorsAt([wrong], ["followUps", "1"])).toEqual([wrong]);
    expect(errorsAt([wrong], ["followUps", "0"])).toEqual([]);
  });
});
