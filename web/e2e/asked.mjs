import { begin, goTo, pickOffice, save, WRITTEN } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/** What is asked for after a meeting, in either language. */
const ASKED = {
  en: "a registration van for Killi Deba",
  ur: "کلی دیبہ کے لیے رجسٹریشن وین",
};

/**
 * After a meeting a member writes down what we asked of them: it is a demand, and waits for its answer.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function askForSomething(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const asked = ASKED[language];
  const main = page.getByRole("main");
  await begin(walk);
  await pickOffice(walk, WRITTEN[language].office);
  await page.getByRole("button", { name: t("row.asked"), exact: true }).click();
  await page.getByLabel(t("row.asked"), { exact: true }).fill(asked);
  await picture("row-asked");
  await save(walk);
  await page.getByText(t("saved.present")).waitFor();
  const row = main.getByRole("listitem").filter({ hasText: asked });
  await row.first().waitFor();
  tally.expect(
    "what we asked stands as a demand of ours, and as no promise of theirs",
    ((await row.first().textContent()) ?? "").includes(t("direction.ASKED_BY_CAUCUS")),
  );
  await main.getByRole("link", { name: asked, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: asked }).waitFor();
  const facts = main.locator("dl").first();
  await facts.getByText(t("promiseStatus.REQUESTED"), { exact: true }).waitFor();
  await picture("demand");
  await goTo(walk, "nav.promises");
  await page.getByRole("radio", { name: t("promises.view.unanswered"), exact: true }).check();
  await main.getByRole("link", { name: asked, exact: true }).first().waitFor();
  tally.expect("and waits for its answer in the ledger", true);
  await picture("ledger");
}
