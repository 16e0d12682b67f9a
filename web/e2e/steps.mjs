import { until } from "./tally.mjs";
import { wordsOf } from "./words.mjs";

/**
 * @typedef {"en" | "ur"} Language
 * @typedef {import("playwright-core").Page} Page
 * @typedef {{
 *   page: Page,
 *   context: import("playwright-core").BrowserContext,
 *   language: Language,
 *   tally: import("./tally.mjs").Tally,
 *   picture: (name: string) => Promise<unknown>,
 * }} Walk
 */

/**
 * Opens the page in the language of the walk and signs in, once with a wrong password.
 * @param {Walk} walk
 * @param {import("./program.mjs").User} user
 * @param {string} title what stands at the head of her first page
 */
export async function signIn({ page, language, tally, picture }, user, title = "home.title") {
  const t = wordsOf(language);
  await page.goto("/");
  await page.locator("form").waitFor();
  if (language === "ur") await page.getByRole("button", { name: "اردو" }).click();
  await page.getByRole("heading", { name: t("signIn.title") }).waitFor();
  const direction = await page.locator("html").getAttribute("dir");
  tally.expect(
    "the page runs in the direction of its language",
    direction === (language === "ur" ? "rtl" : "ltr"),
  );

  await page.getByLabel(t("signIn.email")).fill(user.email);
  await page.getByLabel(t("signIn.password")).fill("not the password");
  await page.getByRole("button", { name: t("signIn.submit") }).click();
  await page.getByText(t("signIn.INVALID_CREDENTIALS")).waitFor();
  await picture("sign-in");

  await page.getByLabel(t("signIn.password")).fill(user.password);
  await page.getByRole("button", { name: t("signIn.submit") }).click();
  const home = (/** @type {"en" | "ur"} */ of) =>
    page.getByRole("heading", { level: 1, name: wordsOf(of)(title) });
  await home("en").or(home("ur")).waitFor();
  // The page now speaks the language that is kept for her, unless she chose one before.
  if ((await page.locator("html").getAttribute("lang")) !== language) {
    const name = language === "ur" ? "اردو" : "English";
    await page.getByRole("banner").getByRole("button", { name }).click();
  }
  await home(language).waitFor();
  tally.expect("she comes to her first page", true);
}

/**
 * Does what sends a write, and waits for the answer to it: what is shown before is only hoped for.
 * @param {Walk} walk
 * @param {string} operation
 * @param {() => Promise<unknown>} act
 */
export async function answered({ page }, operation, act) {
  const answer = page.waitForResponse((response) =>
    Boolean(response.request().postData()?.includes(`mutation ${operation}`)),
  );
  const [response] = await Promise.all([answer, act()]);
  await response.finished();
}

/**
 * Waits until her tasks have come, or the word that there are none.
 * @param {Walk} walk
 */
export async function seeTheTasks({ page, language }) {
  const t = wordsOf(language);
  const list = page.getByRole("main").getByRole("heading", { level: 2 });
  await list
    .or(page.getByText(t("home.empty")))
    .first()
    .waitFor();
}

/**
 * Goes to a place by the navigation that every page has; on a phone her own stands at the head.
 * @param {Walk} walk
 * @param {string} key
 */
export async function goTo({ page, language }, key) {
  const t = wordsOf(language);
  const link = { name: t(key), exact: true };
  await page
    .getByRole("navigation")
    .getByRole("link", link)
    .or(page.getByRole("banner").getByRole("link", link))
    .click();
}

/**
 * Signs in where the page asks for it, after she was here before.
 * @param {Walk} walk
 * @param {import("./program.mjs").User} user
 */
export async function signInAgain({ page, language }, user) {
  const t = wordsOf(language);
  await page.getByLabel(t("signIn.email")).fill(user.email);
  await page.getByLabel(t("signIn.password")).fill(user.password);
  await page.getByRole("button", { name: t("signIn.submit") }).click();
  await page.getByRole("navigation").waitFor();
}

/**
 * Begins to write down a meeting, from wherever she is.
 * @param {Walk} walk
 */
export async function begin(walk) {
  const { page, language } = walk;
  const t = wordsOf(language);
  await goTo(walk, "nav.home");
  await page
    .getByRole("link", { name: t("act.met"), exact: true })
    .locator("visible=true")
    .first()
    .click();
  await page.getByRole("heading", { name: t("form.title") }).waitFor();
}

/** @param {Walk} walk */
export async function save({ page, language }) {
  await page.getByRole("button", { name: wordsOf(language)("save"), exact: true }).click();
}

/**
 * Lets a write arrive and its answer be lost, until it is told to stop.
 * @param {Walk} walk
 * @param {string} operation
 * @param {Promise<unknown>} [moment] when she learns of it
 */
export async function loseAnswer({ page }, operation, moment) {
  const url = "**/graphql";
  /** @param {import("playwright-core").Route} route */
  const lose = async (route) => {
    if (!route.request().postData()?.includes(`mutation ${operation}`)) return route.fallback();
    await route.fetch();
    await moment;
    return route.abort("internetdisconnected");
  };
  await page.route(url, lose);
  return () => page.unroute(url, lose);
}

/**
 * What is said of a write to which no answer came: that the network is gone, or that it is back.
 * @param {Walk} walk
 * @param {import("playwright-core").Locator | Page} [where]
 */
export function notSaved({ page, language }, where = page) {
  const t = wordsOf(language);
  return where
    .getByText(t("mend.offline"))
    .or(where.getByText(t("mend.back")))
    .or(where.getByText(t("change.offline")))
    .or(where.getByText(t("change.unsure")));
}

/**
 * The network comes back: what is said of a write without an answer follows it.
 * @param {Walk} walk
 * @param {import("playwright-core").Locator | Page} [where]
 */
export async function comeBack({ page, context, language, tally }, where = page) {
  const t = wordsOf(language);
  await context.setOffline(false);
  await where.getByText(t("mend.back")).waitFor();
  tally.expect(
    "with the network back she is not told to look after it",
    (await where.getByText(t("mend.offline")).count()) === 0,
  );
}

/**
 * Counts how often this write is sent from now on, by any tab.
 * @param {Walk["context"]} context
 * @param {string} operation
 */
export function sentAs(context, operation) {
  const sent = { count: 0 };
  context.on("request", (request) => {
    if (request.postData()?.includes(`mutation ${operation}`)) sent.count += 1;
  });
  return sent;
}

/**
 * Writes letters of an office's name into the search of the form and takes the first that is found.
 * @param {Walk} walk
 * @param {string} letters
 */
export async function pickOffice({ page, language }, letters) {
  const t = wordsOf(language);
  await page.getByPlaceholder(t("picker.prompt")).fill(letters);
  await page
    .getByRole("list", { name: t("picker.found") })
    .getByRole("button")
    .first()
    .click();
}

/**
 * Looks for something in an open list of records, page after page.
 * @param {Walk} walk
 * @param {import("playwright-core").Locator} wanted
 */
export async function findInSheet({ page, language }, wanted) {
  const t = wordsOf(language);
  const sheet = page.getByRole("dialog");
  const more = sheet.getByRole("button", { name: t("more") });
  // The way to the next ones, and the place that is kept for them, are items of the list too.
  const rows = sheet.locator("li:has(a)");
  const underWay = sheet.getByRole("status", { name: t("read.waiting") });
  await sheet.getByRole("listitem").first().waitFor();
  for (let turn = 0; turn < 20; turn += 1) {
    await underWay.waitFor({ state: "detached" });
    if ((await wanted.count()) > 0) return true;
    if ((await more.count()) === 0) return false;
    const shown = await rows.count();
    await more.click();
    // While the next ones are on their way there is no way to ask for more.
    await rows.nth(shown).waitFor();
  }
  return false;
}

const QUIET = 1_500;

/**
 * Waits until the page asks nothing of the server any more, what it reads ahead by itself included,
 * and all that it asked is answered.
 * @param {Page} page
 */
export async function untilQuiet(page) {
  let last = Date.now();
  const underWay = new Set();
  /** @param {import("playwright-core").Request} request */
  const begins = (request) => {
    underWay.add(request);
    last = Date.now();
  };
  /** @param {import("playwright-core").Request} request */
  const ends = (request) => {
    underWay.delete(request);
    last = Date.now();
  };
  page.on("request", begins).on("requestfinished", ends).on("requestfailed", ends);
  await until(async () => underWay.size === 0 && Date.now() - last > QUIET);
  page.off("request", begins).off("requestfinished", ends).off("requestfailed", ends);
}

/** What people write and look for, in either language. */
export const WRITTEN = {
  en: {
    office: "election commissioner",
    said: "He will open a desk for women before the lists are shown. He asked for our list.",
    amended: "He will open a desk for women before the lists are shown, in every tehsil.",
    task: "send the list of women without cards",
    text: "DC Zhob",
    match: "zhob",
    newOffice: "Union Council, Killi Deba",
    many: "DC",
    slip: "election commisioner",
    holder: "Palwasha Kasi",
    known: "Rukhshan Bibi",
    post: "Secretary, Union Council",
    stands: "the desk will stay, she says",
    session: "3 June 2025",
  },
  ur: {
    office: "الیکشن کمشنر",
    said: "فہرستیں لگنے سے پہلے خواتین کے لیے ڈیسک کھلے گا۔ انہوں نے ہماری فہرست مانگی۔",
    amended: "فہرستیں لگنے سے پہلے ہر تحصیل میں خواتین کے لیے ڈیسک کھلے گا۔",
    task: "بغیر کارڈ خواتین کی فہرست بھیجنی ہے",
    text: "ڈی سی ژوب",
    match: "ژوب",
    newOffice: "یونین کونسل، کلی دیبہ",
    many: "ڈپٹی کمشنر",
    slip: "الیکشن کمیشنر",
    holder: "پلوشہ کاسی",
    known: "رخشاں بی بی",
    post: "سیکرٹری یونین کونسل",
    stands: "ان کا کہنا ہے کہ ڈیسک رہے گا",
    session: "3 جون 2025",
  },
};
