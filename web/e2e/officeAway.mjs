import { answered, goTo } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * From the card of an office that was added by mistake a coordinator takes it out of the list, and
 * brings it back, at once and later.
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} name
 */
export async function takeOutOfTheList(walk, name) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  const card = new URL(page.url()).pathname;
  const away = main.getByRole("button", { name: t("office.takeAway"), exact: true });
  const back = main.getByRole("button", { name: t("record.bringBack"), exact: true });
  const metThem = main.getByRole("link", { name: t("act.metThem"), exact: true });
  await away.scrollIntoViewIfNeeded();
  await picture("office-to-take-out");
  await answered(walk, "Archive", () => away.click());
  await back.waitFor();
  await tally.comes(
    "an office that was taken out is not met, mended or added to any more",
    async () =>
      (await metThem.count()) === 0 &&
      (await main.getByRole("link", { name: t("officeForm.mend") }).count()) === 0 &&
      (await main.getByRole("button", { name: t("holder.add") }).count()) === 0,
  );
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture("office-taken-out");
  await answered(walk, "Restore", () =>
    page.getByRole("button", { name: t("undo"), exact: true }).click(),
  );
  await metThem.waitFor();
  tally.expect("undo brings the office back", true);

  await answered(walk, "Archive", () => away.click());
  await back.waitFor();
  await goTo(walk, "nav.offices");
  await page.getByLabel(t("offices.search")).fill(name);
  // The one whose name it had.
  await main.getByRole("listitem").getByRole("link").filter({ hasText: name }).first().waitFor();
  await tally.comes(
    "it is not in the list any more",
    async () => (await main.locator(`a[href='${card}']`).count()) === 0,
  );
  await page.goto(card);
  await answered(walk, "Restore", () => back.click());
  await metThem.waitFor();
  tally.expect("and its card has the way to bring it back", true);
}
