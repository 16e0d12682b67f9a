import type {
  CreateStakeholderInput,
  StakeholderCategory,
  UpdateStakeholderInput,
} from "../../gql/graphql";
import type { UserError } from "../../kit/graphql/outcome";
import { newId } from "../../kit/ids";
import type { BothNames } from "../../kit/ui/Name";

interface Named {
  id: string;
  name: BothNames;
}

/** What is written on the form of an office. Its id is made with the form, so that it is added once. */
export interface OfficeDraft {
  id: string;
  en: string;
  ur: string;
  shortName: string;
  category: StakeholderCategory | null;
  parent: Named | null;
  isProvinceWide: boolean;
  districts: Named[];
}

/** An empty form, or one that begins with a name as someone wrote it. */
export function newOfficeDraft(text = ""): OfficeDraft {
  const isUrdu = /[\u0600-\u06ff]/.test(text);
  return {
    id: newId("stakeholder"),
    en: isUrdu ? "" : text,
    ur: isUrdu ? text : "",
    shortName: "",
    category: null,
    parent: null,
    isProvinceWide: false,
    districts: [],
  };
}

/** What is wrong already before the server is asked, in its own terms. */
export function missingIn(draft: OfficeDraft): UserError[] {
  const missing = [
    draft.en.trim() || draft.ur.trim() ? [] : ["name"],
    draft.category ? [] : ["category"],
  ];
  return missing.flat().map((field) => ({ code: "REQUIRED", path: [field], message: "" }));
}

type Fields = Pick<CreateStakeholderInput, "name" | "isProvinceWide" | "districtIds"> & {
  shortName: string | null;
  parentId: string | null;
};

/** The fields as they are sent. An office of the whole province has no districts of its own. */
function fieldsOf(draft: OfficeDraft): Fields {
  return {
    name: { en: draft.en.trim() || null, ur: draft.ur.trim() || null },
    shortName: draft.shortName.trim() || null,
    parentId: draft.parent?.id ?? null,
    isProvinceWide: draft.isProvinceWide,
    districtIds: draft.isProvinceWide ? [] : draft.districts.map(({ id }) => id),
  };
}

export function toCreateInput(
  draft: OfficeDraft,
  category: StakeholderCategory,
): CreateStakeholderInput {
  return { id: draft.id, category, ...fieldsOf(draft) };
}

export function toUpdateInput(
  draft: OfficeDraft,
  category: StakeholderCategory,
  expectedVersion: string,
): UpdateStakeholderInput {
  return { id: draft.id, expectedVersion, category, ...fieldsOf(draft) };
}
