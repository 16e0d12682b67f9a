import type { CommitmentDirection, TextInput } from "../../../gql/graphql";
import type { UserError } from "../../../kit/graphql/outcome";
import type { DueChoice } from "../draft";
import type { Problem } from "../problems";
import type { Owner, RowOfRecord } from "./rowOfRecord";

/** A row of the record as it stands in the sheet that sets it right. */
export interface Written {
  text: string;
  direction: CommitmentDirection | null;
  due: DueChoice;
  day: string | null;
  owner: Owner | null;
}

/** What may be changed of a row; what is not among it stays. */
export interface RowChange {
  text?: TextInput;
  direction?: CommitmentDirection;
  dueOn?: string | null;
  ownerId?: string;
}

/** Where two may have written differently, and at which something may be wrong. */
export type RowPlace = keyof RowChange;

const PLACES: Record<RowPlace, readonly (keyof Written)[]> = {
  text: ["text"],
  direction: ["direction"],
  dueOn: ["due", "day"],
  ownerId: ["owner"],
};
const ALL = Object.keys(PLACES) as RowPlace[];

export function writtenFrom({ text, direction, dueOn, owner }: RowOfRecord): Written {
  return { text: text.text, direction, due: dueOn ? "date" : "none", day: dueOn, owner };
}

/** What differs from the row as it was read, and nothing else. */
export function changesIn(row: RowOfRecord, written: Written): RowChange {
  return only(differing(writtenFrom(row), written), wholeOf(written));
}

/** All that is written, as a row that is new is sent. */
export function wholeOf(written: Written): RowChange {
  const { direction, owner } = written;
  return {
    text: { text: written.text.trim() },
    dueOn: dayOf(written),
    ...(direction ? { direction } : {}),
    ...(owner ? { ownerId: owner.personId } : {}),
  };
}

/** The change that undoes a change: what was there before, with its translation if it still held. */
export function takingBack({ text, direction, dueOn, owner }: RowOfRecord, done: RowChange) {
  const { translation } = text;
  return only(
    ALL.filter((place) => place in done),
    {
      text: {
        text: text.text,
        language: text.language,
        ...(translation && !translation.isStale ? { translation: translation.text } : {}),
      },
      dueOn,
      ...(direction ? { direction } : {}),
      ...(owner ? { ownerId: owner.personId } : {}),
    },
  );
}

/** Found before anything is sent, and so also without a network. */
export function problemsOf(written: Written): Problem[] {
  return [
    ...(written.text.trim() ? [] : [{ at: "text", code: "REQUIRED" }]),
    ...(written.due === "date" && !written.day ? [{ at: "dueOn", code: "DAY_MISSING" }] : []),
  ];
}

/** What the server found, at its fields, as far as she has not changed it since. */
export function problemsFrom(
  errors: readonly UserError[],
  refused: Written,
  now: Written,
): Problem[] {
  const isChanged = differing(refused, now);
  return errors
    .map(({ code, path: [first = ""] }) => {
      // The words of a task are its title.
      const at = first === "title" ? "text" : ALL.find((place) => place === first);
      return { at: at ?? "", code };
    })
    .filter(({ at }) => !isChanged.some((place) => place === at));
}

/**
 * Puts what she wrote upon the row as somebody else has left it: where she wrote nothing it is
 * theirs, where she wrote it is hers. Where both wrote, and not the same, is named.
 */
export function rebase(before: RowOfRecord, now: RowOfRecord, written: Written) {
  const [base, theirs] = [writtenFrom(before), writtenFrom(now)];
  const hers = differing(base, written);
  const [moved, apart] = [differing(base, theirs), differing(written, theirs)];
  return {
    written: ALL.filter((place) => !hers.includes(place)).reduce(
      (rebased, place) => take(place, now, rebased),
      written,
    ),
    clashes: hers.filter((place) => moved.includes(place) && apart.includes(place)),
  };
}

/** Hers given up for what the record has. */
export function take(place: RowPlace, row: RowOfRecord, written: Written): Written {
  const theirs = writtenFrom(row);
  return { ...written, ...Object.fromEntries(PLACES[place].map((key) => [key, theirs[key]])) };
}

function dayOf({ due, day }: Written): string | null {
  return due === "none" ? null : day;
}

function differing(one: Written, other: Written): RowPlace[] {
  const told = (written: Written): Record<RowPlace, unknown> => ({
    text: written.text.trim(),
    direction: written.direction,
    dueOn: dayOf(written),
    ownerId: written.owner?.personId,
  });
  return ALL.filter((place) => told(one)[place] !== told(other)[place]);
}

function only(places: readonly RowPlace[], whole: RowChange): RowChange {
  return Object.fromEntries(
    Object.entries(whole).filter(([place]) => places.some((one) => one === place)),
  );
}
