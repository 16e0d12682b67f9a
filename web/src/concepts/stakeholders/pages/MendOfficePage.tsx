import { useState } from "react";
import { useQuery } from "urql";
import { useLocation } from "wouter";
import { graphql, unmask } from "../../../gql";
import { isNoId } from "../../../kit/graphql/client";
import { useWords } from "../../../kit/i18n/words";
import { Absent } from "../../../kit/ui/Absent";
import { Page } from "../../../kit/ui/Page";
import { Notice, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { OfficeForm } from "../parts/OfficeForm";

const OfficeToMend_office = graphql(`
  fragment OfficeToMend_office on Stakeholder {
    id
    version
    name {
      en
      ur
    }
    shortName
    category
    isProvinceWide
    parent {
      id
      name {
        en
        ur
      }
    }
    districts {
      id
      name {
        en
        ur
      }
    }
  }
`);

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
  const [isOvertaken, setOvertaken] = useState(false);
  // Not as it was kept: what she writes on must not be exchanged for what is there by now.
  const [{ data, error }, ask] = useQuery({
    query: OfficeToMendQuery,
    variables: { id },
    requestPolicy: "network-only",
  });
  const office = unmask(OfficeToMend_office, data?.stakeholder);

  if (isNoId(error) || data?.stakeholder === null) {
    return <Absent list={{ href: "/offices", word: t("nav.offices") }} />;
  }
  return (
    <Page title={t("officeForm.mend")} tab={t("officeForm.mend")}>
      {isOvertaken ? <Notice tone="bad">{t("error.VERSION_CONFLICT")}</Notice> : null}
      {office ? (
        <OfficeForm
          // When someone else was faster, she begins from what is there now.
          key={office.version}
          version={office.version}
          begin={{
            id,
            en: office.name.en ?? "",
            ur: office.name.ur ?? "",
            shortName: office.shortName ?? "",
            category: office.category,
            parent: office.parent,
            isProvinceWide: office.isProvinceWide,
            districts: office.districts,
          }}
          onSaved={() => go(`/offices/${id}`)}
          onOvertaken={() => {
            setOvertaken(true);
            ask({ requestPolicy: "network-only" });
          }}
        />
      ) : error ? (
        <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} />
      ) : (
        <Skeleton />
      )}
    </Page>
  );
}
