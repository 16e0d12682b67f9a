import { openTheSession } from "./session.mjs";
import { goTo, signIn } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * What a partner or an administrator does: read what is open to her, without being offered more.
 * @param {import("./steps.mjs").Walk} walk
 * @param {import("./program.mjs").User} user
 * @param {string} meeting the address of a meeting that a coordinator opened to donors before
 */
export async function walkAsReader(walk, user, meeting) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  await signIn(walk, user, "nav.meetings");
  await main.getByRole("listitem").first().waitFor();
  const offered = page.getByRole("link", { name: t("act.met") });
  const tasks = page.getByRole("navigation").getByText(t("nav.home"), { exact: true });
  tally.expect("neither a form nor tasks are offered", (await offered.or(tasks).count()) === 0);
  await picture("meetings");

  await main.getByRole("listitem").getByRole("link").first().click();
  await page.getByRole("heading", { name: t("meeting.said") }).waitFor();
  tally.expect(
    "the words are closed, and it says so",
    await page
      .getByText(t("meeting.wordsNotShared"))
      .or(page.getByText(t("meeting.wordsNone")))
      .isVisible(),
  );
  await picture("meeting");

  await page.goto(meeting);
  await page.getByRole("heading", { name: t("meeting.said") }).waitFor();
  tally.expect("what was opened to donors is there", true);
  await picture("shared");

  await page.goto("/meetings/new");
  await page.getByRole("heading", { name: t("mayNotLog.title") }).waitFor();
  tally.expect("the form's address has no form", (await page.locator("form").count()) === 0);
  await picture("may-not-log");

  await goTo(walk, "nav.offices");
  await main.getByRole("listitem").first().waitFor();
  await picture("offices");
  await main.getByRole("listitem").getByRole("link").first().click();
  await page.getByRole("heading", { name: t("office.tasks") }).waitFor();
  tally.expect("no box to tick is shown", (await page.getByRole("checkbox").count()) === 0);
  await picture("office");

  await readTheLedger(walk);

  await goTo(walk, "nav.coverage");
  await page.getByText(t(`coverage.view.${user.role.toUpperCase()}`)).waitFor();
  tally.expect("the figures say whose view they are", true);
  await picture("whom-we-met");
  if (user.role.toUpperCase() === "ADMIN") await readTheSession(walk);
  await findNothing(walk);
}

/**
 * Whoever may read what was asked and promised finds it, and the letters, from every page.
 * @param {import("./steps.mjs").Walk} walk
 */
async function readTheLedger(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  await goTo(walk, "nav.promises");
  await page.getByRole("heading", { level: 1, name: t("promises.title") }).waitFor();
  const rows = main.locator("li a[href^='/promises/']");
  await rows
    .or(main.getByText(t("promises.noneOpen")))
    .first()
    .waitFor();
  await picture("promises");
  await main.getByRole("link", { name: t("letters.all"), exact: true }).click();
  await page.getByRole("heading", { level: 1, name: t("letter.title") }).waitFor();
  const letters = main.locator("li a[href^='/letters/']");
  await letters
    .or(main.getByText(t("letters.noneOpen")))
    .first()
    .waitFor();
  tally.expect(
    "who only reads is not asked to note a letter",
    (await page.getByRole("button", { name: t("letter.add") }).count()) === 0,
  );
  await picture("letters");
}

/**
 * The session of June 2025 has decisions and promises, of which none is hers to change.
 * @param {import("./steps.mjs").Walk} walk
 */
async function readTheSession(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await openTheSession(walk);
  await page.getByRole("heading", { name: t("meeting.promises") }).waitFor();
  const acts = ["mend.act", "rows.takeAway"].map((key) => new RegExp(`^${t(key)}`));
  const [right, away] = acts.map((name) => page.getByRole("main").getByRole("button", { name }));
  tally.expect(
    "nothing is offered to be changed",
    (await right?.count()) === 0 && (await away?.count()) === 0,
  );
  await picture("session");
}

/**
 * Addresses of nothing: no id at all, the id of another kind, an id that nothing has.
 * @param {import("./steps.mjs").Walk} walk
 */
async function findNothing({ page, language, tally, picture }) {
  const t = wordsOf(language);
  const uuid = "0192f0c1-7e1a-7c3e-9f0a-3b1d2c4e5f60";
  for (const address of [
    "/offices/zzz",
    `/offices/meeting_${uuid}`,
    `/offices/stakeholder_${uuid}`,
    "/meetings/zzz",
    `/meetings/meeting_${uuid}`,
    "/people/zzz",
    "/tasks/zzz",
  ]) {
    await page.goto(address);
    await page.getByRole("heading", { name: t("absent.title") }).waitFor();
    tally.expect(`${address} blames no connection`, (await page.getByRole("alert").count()) === 0);
  }
  await page.goto("/offices/zzz");
  await page.getByRole("heading", { name: t("absent.title") }).waitFor();
  await picture("absent");
  await page
    .getByRole("main")
    .getByRole("link", { name: t("nav.offices") })
    .click();
  await page.getByLabel(t("offices.search")).waitFor();
  tally.expect("there is a way back from nothing", true);
}
