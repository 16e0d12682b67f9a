import type {
  AddPostInput,
  CreatePersonInput,
  HolderChangeInput,
  PhoneInput,
} from "../../gql/graphql";
import type { UserError } from "../../kit/graphql/outcome";
import { newId } from "../../kit/ids";
import type { BothNames } from "../../kit/ui/Name";
import { asDialled, nextPhone, type PhoneLine } from "./phoneNumbers";

/** What is written of a person. */
export interface PersonDraft {
  en: string;
  ur: string;
  phones: readonly PhoneLine[];
}

export interface ChosenPerson {
  id: string;
  name: BothNames;
}

/**
 * What is written on the form of who holds a post. The ids are made with the form, so that person and
 * post are added once.
 */
export interface HolderDraft extends PersonDraft {
  personId: string;
  postId: string;
  /** Somebody of the record, somebody new, or nobody as yet. */
  who: ChosenPerson | "new" | null;
  titleEn: string;
  titleUr: string;
  /** As `2025-06-03`; empty where it is not known. */
  from: string;
}

export function newHolderDraft(): HolderDraft {
  return {
    personId: newId("person"),
    postId: newId("post"),
    who: null,
    en: "",
    ur: "",
    phones: [nextPhone([])],
    titleEn: "",
    titleUr: "",
    from: "",
  };
}

/** Somebody new, whose name begins as it was written, in the language of its letters. */
export function asNewPerson(text: string): Pick<HolderDraft, "who" | "en" | "ur"> {
  const isUrdu = /[\u0600-\u06ff]/.test(text);
  return { who: "new", en: isUrdu ? "" : text, ur: isUrdu ? text : "" };
}

/** What is wrong with a person already before the server is asked, in its own terms. */
export function missingInPerson({ en, ur }: PersonDraft): UserError[] {
  return en.trim() || ur.trim() ? [] : [required("name")];
}

/** The same of who holds a post. */
export function missingInHolder(draft: HolderDraft): UserError[] {
  return [
    ...(draft.who === null ? [required("who")] : []),
    ...(draft.who === "new" ? missingInPerson(draft) : []),
    ...(draft.titleEn.trim() || draft.titleUr.trim() ? [] : [required("title")]),
  ];
}

const required = (field: string): UserError => ({ code: "REQUIRED", path: [field], message: "" });

/** The lines on which a number is written, as they are sent, and which line each of them is. */
function phonesOf(lines: readonly PhoneLine[]): { phones: PhoneInput[]; at: number[] } {
  const written = lines
    .map(({ number, kind }, line) => ({ line, phone: { number: asDialled(number), kind } }))
    .filter(({ phone }) => phone.number !== "");
  return { phones: written.map(({ phone }) => phone), at: written.map(({ line }) => line) };
}

/** What the server says of a number that was sent, said of the line on which it is written. */
export function atLines(errors: readonly UserError[], lines: readonly PhoneLine[]): UserError[] {
  const { at } = phonesOf(lines);
  return errors.map((error) => {
    const [field, position, ...rest] = error.path;
    const line = field === "phones" ? at[Number(position)] : undefined;
    return line === undefined ? error : { ...error, path: ["phones", String(line), ...rest] };
  });
}

/** Name and numbers as they are sent. */
export function personFields(
  draft: PersonDraft,
): Pick<CreatePersonInput, "name"> & { phones: PhoneInput[] } {
  return {
    name: { en: draft.en.trim() || null, ur: draft.ur.trim() || null },
    phones: phonesOf(draft.phones).phones,
  };
}

/** The post as it is sent. */
export function toPostInput(draft: HolderDraft, stakeholderId: string): AddPostInput {
  return {
    id: draft.postId,
    personId: personIdOf(draft),
    stakeholderId,
    title: { en: draft.titleEn.trim() || null, ur: draft.titleUr.trim() || null },
    from: draft.from || null,
  };
}

/** That she holds a post after another, as it is sent. */
export function toChangeInput(
  draft: HolderDraft,
  stakeholderId: string,
  endPostId: string,
): HolderChangeInput {
  const { id, personId, title, from } = toPostInput(draft, stakeholderId);
  return { stakeholderId, endPostId, nextId: personId, postId: id, title, on: from };
}

function personIdOf({ who, personId }: HolderDraft): string {
  return who === null || who === "new" ? personId : who.id;
}
