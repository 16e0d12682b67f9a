import type { Client, CombinedError, OperationResult } from "urql";
import { graphql } from "../../gql";
import { hasCode } from "../graphql/client";
import { mayHaveTakenHold, type UserError } from "../graphql/outcome";
import type { Kind } from "./kinds";
import { type Acts, isSameAsker } from "./owner";
import type { Answer, Waiting } from "./unsent";

const WhoAsksQuery = graphql(`
  query WhoAsks {
    viewer {
      id
      actingFor
    }
  }
`);

/** The way to the server. */
export interface Post {
  /** Asked before anything is sent, because a question that is lost leaves no doubt behind. */
  reach(): Promise<"reached" | "ended" | "unreached" | "busy" | "fault">;
  send(waiting: Waiting): Promise<Answer>;
}

// A phone at the edge of its signal keeps a request open for minutes.
const PATIENCE = 30_000;

/** What was found out about the sign-in on the way. */
export interface SignInNews {
  onEnded: () => void;
  onOtherUser: () => void;
}

/**
 * The way for one user, and for her for whom he acts. Another who has meanwhile signed in, in another tab
 * of the same browser, must not send what is hers in her own name, and nothing may go out for another
 * member: so it is asked each time who it would be.
 */
export function postOf(client: Client, who: Acts, kinds: readonly Kind[], news: SignInNews): Post {
  return {
    async reach() {
      const asking = client.query(WhoAsksQuery, {}, { requestPolicy: "network-only" }).toPromise();
      const result = await inTime(asking);
      if (!result?.data) return whyNot(result?.error);
      const { viewer } = result.data;
      if (viewer && isSameAsker(viewer, who)) return "reached";
      if (viewer) news.onOtherUser();
      else news.onEnded();
      return "ended";
    },
    async send(waiting) {
      const kind = kinds.find(({ shape }) => shape === waiting.shape);
      if (!kind?.send) throw new Error(`nothing here sends rows of shape ${waiting.shape}`);
      return (await inTime(kind.send(client, waiting))) ?? { kind: "unsure" };
    },
  };
}

/** What kept it from being asked who she is: only the server's own errors have a code. */
function whyNot(error: CombinedError | undefined): "ended" | "unreached" | "busy" | "fault" {
  if (hasCode(error, "MAY_NOT_ACT_FOR")) return "ended";
  if (hasCode(error, "UNAVAILABLE")) return "busy";
  const isCoded = error?.graphQLErrors.some(({ extensions }) => extensions?.code !== undefined);
  return isCoded ? "fault" : "unreached";
}

/** What an answer says of what was sent; whatever does not say it clearly says nothing. */
export function answerOf<Data, Payload extends { userErrors: readonly UserError[] }>(
  { data, error }: Pick<OperationResult<Data>, "data" | "error">,
  id: string,
  payloadOf: (data: Data) => Payload,
  recordOf: (payload: Payload) => { id: string; version: string } | null,
): Answer {
  if (error) return failureOf(error);
  // Written as if the server had not answered by its contract, which a proxy in between may not have.
  const payload = data && (payloadOf(data) as Payload | null);
  if (!payload) return { kind: "unsure" };
  if (payload.userErrors?.length > 0) return { kind: "refused", errors: payload.userErrors };
  const record = recordOf(payload);
  return record?.id === id && record.version ? { kind: "named" } : { kind: "unsure" };
}

// What is asked in this way is never taken, however often it is asked.
const NEVER_TAKEN = ["BAD_REQUEST", "PAYLOAD_TOO_LARGE", "INVALID", "INVALID_ID", "FORBIDDEN"];
// Nobody is signed in any more, or she lets him no longer: it waits, and is sent for nobody else.
const ENDS = ["UNAUTHENTICATED", "MAY_NOT_ACT_FOR"];
const TOO_LARGE = 413;

function failureOf(error: CombinedError): Answer {
  // A proxy in between may have a limit of its own, and says so in its own words.
  if (error.response?.status === TOO_LARGE) return { kind: "rejected" };
  if (mayHaveTakenHold(error)) return { kind: "unsure" };
  if (ENDS.some((code) => hasCode(error, code))) return { kind: "ended" };
  return { kind: NEVER_TAKEN.some((code) => hasCode(error, code)) ? "rejected" : "fault" };
}

function inTime<Result>(answer: Promise<Result>): Promise<Result | null> {
  const tooLong = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), PATIENCE);
  });
  return Promise.race([answer, tooLong]);
}
