import type { Draft } from "../draft";

/** What each part of the form "after the meeting" is given. */
export interface FormProps {
  draft: Draft;
  change: (draft: Draft) => void;
  /** What is wrong with this field, or with the row or the office of this id, in words. */
  errorAt: (at: string) => string | undefined;
}
