import { ticks } from "../concepts/follow_ups/ticks";
import { meetings } from "../concepts/meetings/unsent/unsentMeeting";
import { mends } from "../concepts/meetings/unsent/unsentMend";

/** What waits here for a network. */
export const KINDS = [meetings, mends, ticks];
