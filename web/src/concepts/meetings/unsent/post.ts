import type { Client, CombinedError, OperationResult } from "urql";
import { graphql } from "../../../gql";
import type { LogMeetingMutation as Logged, LogMeetingInput } from "../../../gql/graphql";
import { hasCode } from "../../../kit/graphql/client";
import { mayHaveTakenHold } from "../../../kit/graphql/outcome";
import type { Answer } from "./unsent";

const WhoAsksQuery = graphql(`
  query WhoAsks {
    viewer {
      id
    }
  }
`);

const LogMeetingMutation = graphql(`
  mutation LogMeeting($input: LogMeetingInput!) {
    logMeeting(input: $input) {
      meeting {
        id
        version
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** The way to the server. */
export interface Post {
  /** Asked before anything is sent, because a question that is lost leaves no doubt behind. */
  reach(): Promise<"reached" | "ended" | "unreached" | "busy" | "fault">;
  send(input: LogMeetingInput): Promise<Answer>;
}

// A phone at the edge of its signal keeps a request open for minutes.
const PATIENCE = 30_000;

/** What was found out about the sign-in on the way. */
export interface SignInNews {
  onEnded: () => void;
  onOtherUser: () => void;
}

/**
 * The way for one user. Another who has meanwhile signed in, in another tab of the same browser, must
 * not send her meetings in her own name: so it is asked each time who it would be.
 */
export function postOf(client: Client, userId: string, news: SignInNews): Post {
  return {
    async reach() {
      const asking = client.query(WhoAsksQuery, {}, { requestPolicy: "network-only" }).toPromise();
      const result = await inTime(asking);
      if (!result?.data) return whyNot(result?.error);
      const { viewer } = result.data;
      if (viewer?.id === userId) return "reached";
      if (viewer) news.onOtherUser();
      else news.onEnded();
      return "ended";
    },
    async send(input) {
      const result = await inTime(client.mutation(LogMeetingMutation, { input }).toPromise());
      return result ? answerOf(result, input.id ?? "") : { kind: "unsure" };
    },
  };
}

/** What kept it from being asked who she is: only the server's own errors have a code. */
function whyNot(error: CombinedError | undefined): "unreached" | "busy" | "fault" {
  if (hasCode(error, "UNAVAILABLE")) return "busy";
  const isCoded = error?.graphQLErrors.some(({ extensions }) => extensions?.code !== undefined);
  return isCoded ? "fault" : "unreached";
}

/** What an answer says of the meeting that was sent; whatever does not say it clearly says nothing. */
function answerOf(
  { data, error }: Pick<OperationResult<Logged>, "data" | "error">,
  meetingId: string,
): Answer {
  if (error) return failureOf(error);
  // Written as if the server had not answered by its contract, which a proxy in between may not have.
  const payload = data?.logMeeting as Partial<Logged["logMeeting"]> | null | undefined;
  const errors = payload?.userErrors ?? [];
  if (errors.length > 0) return { kind: "refused", errors };
  const { id, version } = payload?.meeting ?? {};
  return id === meetingId && version ? { kind: "named" } : { kind: "unsure" };
}

// What is asked in this way is never taken, however often it is asked.
const NEVER_TAKEN = ["BAD_REQUEST", "PAYLOAD_TOO_LARGE", "INVALID", "INVALID_ID", "FORBIDDEN"];
const TOO_LARGE = 413;

function failureOf(error: CombinedError): Answer {
  // A proxy in between may have a limit of its own, and says so in its own words.
  if (error.response?.status === TOO_LARGE) return { kind: "rejected" };
  if (mayHaveTakenHold(error)) return { kind: "unsure" };
  if (hasCode(error, "UNAUTHENTICATED")) return { kind: "ended" };
  return { kind: NEVER_TAKEN.some((code) => hasCode(error, code)) ? "rejected" : "fault" };
}

function inTime<Result>(answer: Promise<Result>): Promise<Result | null> {
  const tooLong = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), PATIENCE);
  });
  return Promise.race([answer, tooLong]);
}
