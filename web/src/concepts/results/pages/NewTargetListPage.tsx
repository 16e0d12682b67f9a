import { useState } from "react";
import { useLocation } from "wouter";
import { useSave } from "../../../kit/form/useSave";
import { useWords } from "../../../kit/i18n/words";
import { Page } from "../../../kit/ui/Page";
import { ReadFailed, Skeleton } from "../../../kit/ui/State";
import { useToday } from "../../../kit/useToday";
import { type ListDraft, newListDraft, wrongIn } from "../listDraft";
import { LIST_FIELDS, ListForm } from "../parts/ListForm";
import { type OfficeToList, useAllOffices } from "../useAllOffices";
import { useCreateList } from "../useListActs";

/** For a coordinator: a list of whom to meet, which begins with all offices. */
export function NewTargetListPage() {
  const { t } = useWords();
  const { kind, offices, again } = useAllOffices();
  return (
    <Page title={t("list.new")} tab={t("list.new")} lead={t("list.newLead")}>
      {kind === "failed" ? <ReadFailed retry={again} /> : null}
      {kind === "reading" ? <Skeleton lines={8} /> : null}
      {offices ? <NewList offices={offices} /> : null}
    </Page>
  );
}

function NewList({ offices }: { offices: readonly OfficeToList[] }) {
  const today = useToday();
  const [, go] = useLocation();
  const create = useCreateList();
  const [draft, setDraft] = useState<ListDraft>(() => ({
    ...newListDraft(today),
    named: new Set(offices.map(({ id }) => id)),
  }));
  const saving = useSave(async () => {
    const errors = wrongIn(draft);
    return errors.length > 0 ? { kind: "refused", errors } : create(draft);
  }, LIST_FIELDS);
  return (
    <ListForm
      draft={draft}
      offices={offices}
      saving={saving}
      isChanged
      onChange={setDraft}
      onSaved={() => go(`/whom-we-met/lists/${draft.id}`, { replace: true })}
    />
  );
}
