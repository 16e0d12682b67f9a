import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../../gql";
import { addDays, today } from "../../../kit/dates";
import { endingOf, type SaveEnding } from "../../../kit/form/ending";
import { SheetForm } from "../../../kit/form/SheetForm";
import { useSave } from "../../../kit/form/useSave";
import { outcomeOf } from "../../../kit/graphql/outcome";
import { requestIds } from "../../../kit/graphql/requestIds";
import { useWords } from "../../../kit/i18n/words";
import { DayField } from "../../../kit/ui/DayField";
import { type BothNames, Name, Names } from "../../../kit/ui/Name";
import { Sheet } from "../../../kit/ui/Sheet";
import type { ChosenPerson } from "../personDraft";

const EndPostMutation = graphql(`
  mutation EndPost($input: EndPostInput!) {
    endPost(input: $input) {
      person {
        id
        version
        posts {
          id
          from
          to
          isCurrent
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

interface EndPostSheetProps {
  post: { id: string; title: BothNames; from: string | null };
  person: ChosenPerson;
  onClose: () => void;
}

/** Says that somebody holds a post no longer. It cannot be taken back, so it is asked before. */
export function EndPostSheet({ post, person, onClose }: EndPostSheetProps) {
  const { t } = useWords();
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  // On her last day she holds it still; nor does it end before it begins.
  const yesterday = addDays(today(), -1);
  const [on, setOn] = useState(post.from && post.from > yesterday ? post.from : yesterday);
  const send = async (): Promise<SaveEnding> => {
    if (!on) return { kind: "refused", errors: [{ code: "REQUIRED", path: ["on"], message: "" }] };
    const fields = { personId: person.id, postId: post.id, on };
    const input = { requestId: requestIdFor(fields), ...fields };
    const result = await client.mutation(EndPostMutation, { input });
    return endingOf(outcomeOf(result, (data) => data.endPost));
  };
  const saving = useSave(send, ["on"]);
  return (
    <Sheet title={t("holder.end")} onClose={onClose}>
      <SheetForm of={saving} word="holder.end" sees="holder.noUndo" onSaved={onClose}>
        <div>
          <p>
            <Names of={person.name} />
          </p>
          <p>
            <Name of={post.title} />
          </p>
        </div>
        <DayField
          label={t("holder.lastDay")}
          error={saving.errorAt("on")}
          value={on}
          max={today()}
          onChange={(day) => {
            saving.forget("on");
            setOn(day);
          }}
        />
      </SheetForm>
    </Sheet>
  );
}
