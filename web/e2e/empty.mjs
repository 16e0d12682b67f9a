import { goTo, signIn } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * On a new server the coordinator is told with what to begin, and led there.
 * @param {import("./steps.mjs").Walk} walk
 * @param {import("./program.mjs").User} user
 */
export async function beginAsCoordinator(walk, user) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  await signIn(walk, user);
  await main.getByText(t("home.begin")).waitFor();
  await picture("home");
  await goTo(walk, "nav.offices");
  await main.getByText(t("offices.noneBegin")).waitFor();
  tally.expect(
    "the list of offices does not speak of a search that nobody made",
    (await main.getByText(t("offices.empty")).count()) === 0,
  );
  await picture("offices");
  await page.getByLabel(t("offices.search")).fill("zhob");
  await main.getByText(t("offices.empty")).waitFor();
  tally.expect("but of one that was made", true);

  await goTo(walk, "nav.home");
  await main.getByRole("link", { name: t("officeForm.add") }).click();
  await page.getByRole("heading", { level: 1, name: t("officeForm.title") }).waitFor();
  tally.expect("the way to the first office is there", true);
}

/**
 * An administrator reads the facts as members do: nobody has to share them with her.
 * @param {import("./steps.mjs").Walk} walk
 * @param {import("./program.mjs").User} user
 */
export async function readAsAdministrator(walk, user) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await signIn(walk, user, "nav.meetings");
  await page.getByText(t("meetings.noneOpen")).waitFor();
  await picture("meetings");
  await goTo(walk, "nav.coverage");
  await page.getByText(t("meetings.noneOpen")).waitFor();
  tally.expect("an administrator is not told to wait until something is shared", true);
}
