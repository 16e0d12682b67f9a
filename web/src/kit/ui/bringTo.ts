/**
 * Brings a part of the page before her eyes, with what stands over it and clear of what is held at
 * the lower edge.
 */
export function bringIntoView(part: HTMLElement): void {
  const isLow = part.offsetHeight < window.innerHeight / 2;
  part.scrollIntoView({ block: isLow ? "center" : "start" });
}

const CONTROLS = "input:checked, input, select, textarea, button";

/** Brings her to the first of what is marked as wrong: a control, or a question of several. */
export function bringToFirstWrong(form: HTMLElement): void {
  const marks = [...form.querySelectorAll<HTMLElement>("[aria-invalid=true]")];
  const [first] = marks;
  if (!first) return;
  const within = marks.find((mark) => mark !== first && first.contains(mark));
  const control = within ?? first.querySelector<HTMLElement>(CONTROLS) ?? first;
  control.focus({ preventScroll: true });
  bringIntoView(first);
}
