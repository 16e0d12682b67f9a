import { answered, findInSheet, goTo } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * A sheet is left only where she means to, gives the focus back, and hides nothing that she may need.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function leaveSheets(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await goTo(walk, "nav.coverage");
  const name = `${t("coverage.total")}: ${t("figure.tasksOpen")}`;
  const figure = page.getByRole("button", { name });
  const sheet = page.getByRole("dialog");
  await figure.click();
  // One of her own: beside those of others stands who answers for them.
  const hers = sheet.locator("li:has(input[type=checkbox]):not(:has(> p > bdi))");
  await findInSheet(walk, hers);
  const box = hers.first().getByRole("checkbox");
  await answered(walk, "CompleteFollowUp", () => box.click());
  const undo = page.getByRole("button", { name: t("undo") });
  await undo.waitFor();
  await picture("undo-in-sheet");
  await answered(walk, "ReopenFollowUp", () => undo.click());
  await tally.comes(
    "what was done in a sheet can be undone there",
    async () => !(await box.isChecked()),
  );

  const heading = await sheet.getByRole("heading").boundingBox();
  await page.mouse.move((heading?.x ?? 0) + 20, (heading?.y ?? 0) + 10);
  await page.mouse.down();
  // The page beside the sheet, which lies at the end of the line.
  const beside = language === "ur" ? (page.viewportSize()?.width ?? 0) - 5 : 5;
  await page.mouse.move(beside, 5);
  await page.mouse.up();
  tally.expect("marking words to beyond its edge leaves a sheet open", await sheet.isVisible());
  await page.mouse.click(beside, 5);
  await sheet.waitFor({ state: "detached" });
  await tally.comes("a sheet gives the focus back to where it was", () =>
    figure.evaluate((button) => button === document.activeElement),
  );
}
