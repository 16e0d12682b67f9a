import { begin, goTo, pickOffice, save, untilQuiet, WRITTEN } from "./steps.mjs";
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
  await untilQuiet(page);
  await tally.comes("no row is lost between two pages of a list", async () => {
    const after = await shown();
    return before.slice(0, -1).every((href) => after.includes(href));
  });
  await tally.comes("and none stands there twice", async () => {
    const after = await shown();
    return new Set(after).size === after.length;
  });
  await context.unroute("**/graphql");
}

/**
 * A page that one goes to begins at its top, also after one went back to another.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function beginAtTheTop(walk) {
  const { page, language, tally } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  const scrolled = () => page.evaluate(() => window.scrollY);
  await goTo(walk, "nav.offices");
  await main.getByRole("listitem").nth(20).waitFor();
  await main.getByRole("listitem").nth(20).getByRole("link").first().click();
  await page.getByRole("heading", { name: t("office.tasks") }).waitFor();
  await page.goBack();
  await main.getByRole("listitem").nth(20).waitFor();
  await tally.comes(
    "a page that one comes back to is where it was",
    async () => (await scrolled()) > 200,
  );
  const far = main.getByRole("listitem").nth(20).getByRole("link").first();
  await far.scrollIntoViewIfNeeded();
  await far.click();
  await page.getByRole("heading", { name: t("office.tasks") }).waitFor();
  await tally.comes(
    "the page after a way back begins at its top",
    async () => (await scrolled()) === 0,
  );

  await goTo(walk, "nav.offices");
  const kind = page.getByLabel(t("offices.category"));
  await kind.selectOption({ index: 1 });
  await page.waitForURL(/category=/);
  await goTo(walk, "nav.offices");
  await page.waitForURL(/offices$/);
  await page.goBack();
  await page.waitForURL(/category=/);
  await kind.selectOption({ index: 0 });
  await far.scrollIntoViewIfNeeded();
  await far.click();
  await page.getByRole("heading", { name: t("office.tasks") }).waitFor();
  await tally.comes(
    "and so does the one after a way back to other questions",
    async () => (await scrolled()) === 0,
  );
  await page.getByRole("link", { name: t("act.metThem") }).click();
  await page.getByRole("heading", { name: t("form.title") }).waitFor();
  await page
    .getByRole("button", { name: t("remove") })
    .nth(1)
    .waitFor();
  const met = page.getByRole("navigation").getByRole("link", { name: t("act.met"), exact: true });
  // On the phone it stands on the first page alone.
  if (await met.isVisible()) {
    await met.click();
    await page.waitForURL(/new$/);
    await page.getByPlaceholder(t("picker.prompt")).waitFor();
    tally.expect(
      "the office from whose card she came is not offered to who came from none",
      (await page.getByText(t("form.unfinished")).count()) === 0,
    );
  }
  await page
    .getByRole("button", { name: t("remove") })
    .first()
    .click();
}
