/** The figures that open their records, in the order of the columns. */
export const FIGURES = [
  "inScope",
  "met",
  "contactedOnly",
  "presentOnly",
  "notReached",
  "meetingsHeld",
  "tasksOpen",
  "tasksOverdue",
] as const;

export type FigureName = (typeof FIGURES)[number];

/** What has to be known of a figure to read it right; said beneath the table, and above its records. */
export const NOTES = ["coverage.note.talked", "coverage.note.offices"] as const;

type Note = (typeof NOTES)[number];

const NOTE_OF: Partial<Record<FigureName, Note>> = {
  inScope: "coverage.note.offices",
  met: "coverage.note.offices",
  contactedOnly: "coverage.note.talked",
  presentOnly: "coverage.note.talked",
  notReached: "coverage.note.offices",
  meetingsHeld: "coverage.note.talked",
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
