import type { Client } from "urql";
import type { MessageKey } from "../i18n/words";
import type { Answer, Unsent, Waiting } from "./unsent";

/** What the queue has to know of one kind of thing that waits in it; each concept says it of its own. */
export interface Kind {
  /** By which its rows are known. */
  shape: number;
  /**
   * Sends what was handed over, and says what the answer means for it; absent where nothing ever is.
   */
  send?(client: Client, waiting: Waiting): Promise<Answer>;
  /** Whether it would be a loss to throw away what she has begun and not handed over. */
  isLoss?(draft: unknown): boolean;
  /** In which words one like this is counted among what she would leave behind; they take a `count`. */
  countedAs(row: Unsent): MessageKey;
  /** What versions of the page that had no queue yet kept elsewhere. */
  earlier?: {
    find: (owner: string) => Unsent | null;
    drop: (owner: string) => void;
  };
}
