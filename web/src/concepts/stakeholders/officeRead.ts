import { type FragmentType, graphql, unmask } from "../../gql";
import type { OfficeDraft } from "./officeDraft";

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

/** What the form begins from where the office is in the record. */
export interface OfficeRead {
  draft: OfficeDraft;
  /** The version that was read. */
  version: string;
}

/** An office of the record, as the form has it. */
export function officeRead(
  masked: FragmentType<typeof OfficeToMend_office> | null | undefined,
): OfficeRead | null {
  const office = unmask(OfficeToMend_office, masked);
  if (!office) return null;
  const { id, version, name, shortName, category, parent, isProvinceWide, districts } = office;
  return {
    version,
    draft: {
      id,
      en: name.en ?? "",
      ur: name.ur ?? "",
      shortName: shortName ?? "",
      category,
      parent,
      isProvinceWide,
      districts,
    },
  };
}
