import { Sentence } from "../../../kit/i18n/words";
import { Isolated } from "../../../kit/ui/Isolated";
import type { Draft } from "../draft";

/** Above the way to save: what she typed and did not choose from what was found stays only a name. */
export function KeptAsWritten({ draft: { offices, search } }: { draft: Draft }) {
  const text = search.trim();
  if (!text || offices.length > 0) return null;
  return (
    <p>
      <Sentence id="save.asWritten" values={{ text: <Isolated>{text}</Isolated> }} />
    </p>
  );
}
