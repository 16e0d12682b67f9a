import type { Client } from "urql";
import { requestIds } from "../../kit/graphql/requestIds";
import type { MessageKey } from "../../kit/i18n/words";
import { leftOpen } from "../../kit/leftOpen";
import { newOfficeDraft, type OfficeDraft } from "./officeDraft";

/** An office that is being added. It keeps its ids until it is known to be in the record. */
export interface NewOffice {
  draft: OfficeDraft;
  requestIdFor: (asked: unknown) => string;
  /** Why nobody knows whether it was added; null where that is not so. */
  unsettled: MessageKey | null;
  /** It is in the record: the next one is another. */
  settle: () => void;
}

const officesLeft = leftOpen<NewOffice>();

/**
 * The office that is to be added under a name as someone wrote it. Closed before it was added, it is
 * the same one when its form is opened again: one that may have arrived must not be added twice.
 */
export function newOffice(client: Client, text = ""): NewOffice {
  const left = officesLeft(client);
  const office = left.get(text) ?? {
    draft: newOfficeDraft(text),
    requestIdFor: requestIds(),
    unsettled: null,
    settle: () => left.delete(text),
  };
  left.set(text, office);
  return office;
}
