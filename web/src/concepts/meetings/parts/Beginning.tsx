import { useEffect } from "react";
import { useQuery } from "urql";
import { graphql } from "../../../gql";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Name } from "../../../kit/ui/Name";
import { Notice } from "../../../kit/ui/State";
import { type Draft, hasContent, newOffice } from "../draft";

const OfficeToBeginQuery = graphql(`
  query OfficeToBegin($id: ID!) {
    stakeholder(id: $id) {
      id
      name {
        en
        ur
      }
      districts {
        id
      }
    }
  }
`);

interface BeginningProps {
  /** The office from whose card she came. */
  officeId: string | null;
  draft: Draft;
  begin: (from: Draft) => void;
  beginAnew: () => Draft;
}

/**
 * Sets the office from whose card she came. If something else was begun and not sent, that stays,
 * and she decides what becomes of it.
 */
export function Beginning({ officeId, draft, begin, beginAnew }: BeginningProps) {
  const { t } = useWords();
  const [{ data }] = useQuery({
    query: OfficeToBeginQuery,
    variables: { id: officeId ?? "" },
    pause: !officeId,
  });
  // Without an office to ask for, the answer to what was asked before still stands there.
  const office = data?.stakeholder?.id === officeId ? data?.stakeholder : null;
  const isSet = draft.offices.some(({ stakeholderId }) => stakeholderId === officeId);
  const isFree = !hasContent(draft);

  const setOffice = (into: Draft) => {
    if (!office) return;
    const { id, name, districts } = office;
    const chosen = newOffice({ stakeholderId: id, name, districtId: districts[0]?.id ?? null });
    begin({ ...into, offices: [chosen] });
  };

  // Once, when the office's name has come: taking it out again must not bring it back.
  useEffect(() => {
    if (office && isFree) setOffice(draft);
  }, [office?.id]);

  if (!office || isSet || isFree) return null;
  return (
    <Notice tone="plain">
      <p>{t("form.unfinished")}</p>
      <Button onClick={() => setOffice(beginAnew())}>
        <Sentence id="form.beginAnew" values={{ office: <Name of={office.name} /> }} />
      </Button>
    </Notice>
  );
}
