import type { Draft } from "../draft";

/** What each part of the form "after the meeting" is given. */
export interface FormProps {
  draft: Draft;
  change: (draft: Draft) => void;
  /** What is wrong with the field at this path of the request, in words. */
  errorAt: (...path: string[]) => string | undefined;
}
