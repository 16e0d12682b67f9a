import { useState } from "react";
import { useClient, useQuery } from "urql";
import { graphql } from "../../../gql";
import type { PersonToMendQuery as PersonToMend } from "../../../gql/graphql";
import { endingOf, type SaveEnding } from "../../../kit/form/ending";
import { SheetForm } from "../../../kit/form/SheetForm";
import { useSave } from "../../../kit/form/useSave";
import { isRefusedAs } from "../../../kit/graphql/outcome";
import { useWords } from "../../../kit/i18n/words";
import { Sheet } from "../../../kit/ui/Sheet";
import { Empty, Notice, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { missingInPerson, type PersonDraft } from "../personDraft";
import { nextPhone } from "../phoneNumbers";
import { personChanger } from "../savePerson";
import { PersonFields } from "./PersonFields";

const PersonToMendQuery = graphql(`
  query PersonToMend($id: ID!) {
    person(id: $id) {
      id
      version
      name {
        en
        ur
      }
      phones {
        number
        kind
      }
    }
  }
`);

type Person = NonNullable<PersonToMend["person"]>;

interface MendPersonSheetProps {
  id: string;
  onClose: () => void;
}

/** Sets right what somebody is called and how to reach her. */
export function MendPersonSheet({ id, onClose }: MendPersonSheetProps) {
  const { t } = useWords();
  const [isOvertaken, setOvertaken] = useState(false);
  // Not as it was kept: what she writes on must not be exchanged for what is there by now.
  const [{ data, error }, ask] = useQuery({
    query: PersonToMendQuery,
    variables: { id },
    requestPolicy: "network-only",
  });
  return (
    <Sheet title={t("holder.mend")} onClose={onClose}>
      {isOvertaken ? <Notice tone="bad">{t("error.VERSION_CONFLICT")}</Notice> : null}
      {data?.person ? (
        <MendPersonForm
          // When someone else was faster, she begins from what is there now.
          key={data.person.version}
          person={data.person}
          onSaved={onClose}
          onOvertaken={() => {
            setOvertaken(true);
            ask({ requestPolicy: "network-only" });
          }}
        />
      ) : error ? (
        <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} />
      ) : data ? (
        <Empty>{t("absent.title")}</Empty>
      ) : (
        <Skeleton />
      )}
    </Sheet>
  );
}

interface MendPersonFormProps {
  person: Person;
  onSaved: () => void;
  onOvertaken: () => void;
}

function MendPersonForm({ person, onSaved, onOvertaken }: MendPersonFormProps) {
  const client = useClient();
  const [draft, setDraft] = useState<PersonDraft>(() => ({
    en: person.name.en ?? "",
    ur: person.name.ur ?? "",
    phones: person.phones.length > 0 ? person.phones : [nextPhone([])],
  }));
  const [change] = useState(() => personChanger(client, person.id));
  const send = async (): Promise<SaveEnding> => {
    const missing = missingInPerson(draft);
    if (missing.length > 0) return { kind: "refused", errors: missing };
    const ending = endingOf(await change(draft, person.version));
    if (isRefusedAs("VERSION_CONFLICT", ending)) onOvertaken();
    return ending;
  };
  const saving = useSave(send, ["name", "phones"]);
  return (
    <SheetForm of={saving} word="save" sees="holder.sees" onSaved={onSaved}>
      <PersonFields draft={draft} set={(part) => setDraft({ ...draft, ...part })} of={saving} />
    </SheetForm>
  );
}
