import { begin, goTo, pickOffice, save, WRITTEN } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * While two pages of the meetings lie open, a meeting that she saved before arrives at their head: none
 * of those that were there is lost between the pages.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function keepEveryRow(walk) {
  const { page, context, language, tally } = walk;
  const t = wordsOf(language);
  let arrive = () => {};
  /** @type {Promise<void>} */
  const isTime = new Promise((resolve) => {
    arrive = resolve;
  });
  await context.route("**/graphql", async (route) => {
    if (route.request().postData()?.includes("mutation LogMeeting")) await isTime;
    await route.continue();
  });
  await begin(walk);
  await pickOffice(walk, WRITTEN[language].office);
  await save(walk);
  await goTo(walk, "nav.meetings");
  const links = page.locator("main ul").last().locator("li a[href^='/meetings/']");
  await links.nth(19).waitFor();
  await page
    .getByRole("main")
    .getByRole("button", { name: t("more") })
    .click();
  await links.nth(20).waitFor();
  const shown = () =>
    links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const before = await shown();
  arrive();
  await page
    .locator(`main ul li a[href='${before[0]}']`)
    .and(links.first())
    .waitFor({ state: "detached" });
  await page.waitForTimeout(800);
  const after = await shown();
  const lost = before.slice(0, -1).filter((href) => !after.includes(href));
  tally.expect("no row is lost between two pages of a list", lost.length === 0, String(lost));
  tally.expect(
    "and none stands there twice",
    new Set(after).size === after.length,
    String(after.length),
  );
  await context.unroute("**/graphql");
}
