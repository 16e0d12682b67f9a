import { useQuery } from "urql";
import { useLocation } from "wouter";
import { graphql } from "../../../gql";
import { isNoId } from "../../../kit/graphql/client";
import { useWords } from "../../../kit/i18n/words";
import { Absent } from "../../../kit/ui/Absent";
import { Page } from "../../../kit/ui/Page";
import { ReadFailed, Skeleton } from "../../../kit/ui/State";
import { officeRead } from "../officeRead";
import { OfficeForm } from "../parts/OfficeForm";

const OfficeToMendQuery = graphql(`
  query OfficeToMend($id: ID!) {
    stakeholder(id: $id) {
      id
      ...OfficeToMend_office
    }
  }
`);

/** For a coordinator: sets right how an office is called, of what kind it is and where it works. */
export function MendOfficePage({ id }: { id: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  // Not as it was kept: what she writes on must not be exchanged for what is there by now.
  const [{ data, error }, ask] = useQuery({
    query: OfficeToMendQuery,
    variables: { id },
    requestPolicy: "network-only",
  });
  const office = officeRead(data?.stakeholder);

  if (isNoId(error) || data?.stakeholder === null) {
    return <Absent list={{ href: "/offices", word: t("nav.offices") }} />;
  }
  return (
    <Page title={t("officeForm.mend")} tab={t("officeForm.mend")}>
      {office ? (
        <OfficeForm begin={office} onSaved={() => go(`/offices/${id}`)} />
      ) : error ? (
        <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} />
      ) : (
        <Skeleton />
      )}
    </Page>
  );
}
