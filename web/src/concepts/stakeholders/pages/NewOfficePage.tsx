import { useState } from "react";
import { useClient } from "urql";
import { useLocation } from "wouter";
import { useWords } from "../../../kit/i18n/words";
import { Page } from "../../../kit/ui/Page";
import { newOffice } from "../newOffice";
import { OfficeForm } from "../parts/OfficeForm";

/** For a coordinator: an office that the record does not have yet. */
export function NewOfficePage() {
  const { t } = useWords();
  const [, go] = useLocation();
  const client = useClient();
  const [begin] = useState(() => newOffice(client));
  return (
    <Page title={t("officeForm.title")} tab={t("officeForm.title")} lead={t("officeForm.sees")}>
      <OfficeForm begin={begin} onSaved={({ id }) => go(`/offices/${id}`, { replace: true })} />
    </Page>
  );
}
