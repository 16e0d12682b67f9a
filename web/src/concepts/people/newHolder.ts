import type { Client } from "urql";
import { today } from "../../kit/dates";
import type { SaveEnding } from "../../kit/form/ending";
import { isRefusedAs } from "../../kit/graphql/outcome";
import { leftOpen } from "../../kit/leftOpen";
import type { BothNames } from "../../kit/ui/Name";
import { type HolderDraft, newHolderDraft } from "./personDraft";
import { holderSaver } from "./saveHolder";

/** Who is being added to an office. The ids of person and post stay until both are in the record. */
export interface NewHolder {
  draft: HolderDraft;
  send: (draft: HolderDraft) => Promise<SaveEnding>;
}

/** Whose post ends when somebody else holds it. */
export interface Predecessor {
  postId: string;
  title: BothNames;
}

const holdersLeft = leftOpen<NewHolder>();

/**
 * Who holds a post at an office, as it is to be said. Closed before it was saved, the sheet has the
 * same when it is opened again: a person who may have arrived must not be added twice.
 */
export function newHolder(
  client: Client,
  stakeholderId: string,
  predecessor?: Predecessor,
): NewHolder {
  const left = holdersLeft(client);
  const key = predecessor?.postId ?? stakeholderId;
  const found = left.get(key);
  if (found) return found;
  const draft = newHolderDraft();
  if (predecessor) {
    draft.titleEn = predecessor.title.en ?? "";
    draft.titleUr = predecessor.title.ur ?? "";
    draft.from = today();
  }
  const save = holderSaver(client, stakeholderId, draft.personId, predecessor?.postId);
  const holder: NewHolder = {
    draft,
    send: async (written) => {
      const ending = await save(written);
      // In the record as it was written before: what is to be said next is another post.
      const isThere = isRefusedAs("ID_CONFLICT", ending);
      if (ending.kind === "saved" || isThere) left.delete(key);
      return ending;
    },
  };
  left.set(key, holder);
  return holder;
}
