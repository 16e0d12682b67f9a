/** The figures that open their records, in the order of the columns. */
const FIGURES = [
  "inScope",
  "met",
  "contactedOnly",
  "presentOnly",
  "notReached",
  "unplanned",
  "meetingsHeld",
  "peopleMet",
  "headcount",
  "tasksOpen",
  "tasksOverdue",
] as const;

export type FigureName = (typeof FIGURES)[number];

/** What has to be known of a figure to read it right; said beneath the table, and above its records. */
const NOTES = [
  "coverage.totalOnce",
  "coverage.note.talked",
  "coverage.note.offices",
  "coverage.note.people",
] as const;

type Note = (typeof NOTES)[number] | "coverage.note.unplanned" | "coverage.note.partner";

/** Those of the table: of a list where one says who was to be met, of what partners are told to them. */
export function notesOf({ hasList, isPartner }: { hasList: boolean; isPartner: boolean }): Note[] {
  return [
    ...NOTES,
    ...(hasList ? (["coverage.note.unplanned"] as const) : []),
    ...(isPartner ? (["coverage.note.partner"] as const) : []),
  ];
}

/** The columns: without a list nobody was planned, and so nobody is beside the plan. */
export function columnsOf(hasList: boolean): readonly FigureName[] {
  return hasList ? FIGURES : FIGURES.filter((name) => name !== "unplanned");
}

const NOTE_OF: Partial<Record<FigureName, Note>> = {
  inScope: "coverage.note.offices",
  met: "coverage.note.offices",
  contactedOnly: "coverage.note.talked",
  presentOnly: "coverage.note.talked",
  notReached: "coverage.note.offices",
  unplanned: "coverage.note.unplanned",
  meetingsHeld: "coverage.note.talked",
  peopleMet: "coverage.note.people",
  headcount: "coverage.note.people",
};

export function noteOf(figure: FigureName): Note | null {
  return NOTE_OF[figure] ?? null;
}

export function isFigureName(value: string | null): value is FigureName {
  return FIGURES.some((name) => name === value);
}

/** How full a cell of the heat is: the share met of those in scope, in five steps; 0 where none is in scope. */
export function heatStep(met: number | null, inScope: number | null): 0 | 1 | 2 | 3 | 4 | 5 {
  if (!inScope || met === null) return 0;
  const share = Math.min(met / inScope, 1);
  if (share === 0) return 1;
  if (share <= 0.25) return 2;
  if (share <= 0.5) return 3;
  if (share < 1) return 4;
  return 5;
}
