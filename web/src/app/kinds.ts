import { ticks } from "../concepts/follow_ups/ticks";
import { meetings } from "../concepts/meetings/unsent/unsentMeeting";

/** What waits here for a network. */
export const KINDS = [meetings, ticks];
