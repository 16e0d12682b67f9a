import { putAnAmount } from "./amounts.mjs";
import { anotherHoldsIt } from "./holders.mjs";
import { ROWS } from "./rows.mjs";
import { answered, goTo, pickOffice, save, WRITTEN as TYPED, untilQuiet } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/** What is known of a step, in either language. */
const WRITTEN = {
  en: { why: "we saw the desk on two mornings", title: "Desk for women opens in Zhob" },
  ur: { why: "ہم نے دو دن ڈیسک کھلا دیکھا", title: "ژوب میں خواتین کا ڈیسک کھل گیا" },
};
const OFFICE = { en: TYPED.en.office, ur: TYPED.ur.office };
const ADDRESS = "dawn.com/news/1";

/**
 * From the meeting to the promise that was made there, and to the card of the office that made it.
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} meeting
 */
export async function readThePromise(walk, meeting) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  const { promise } = ROWS[language];
  await page.goto(meeting);
  await main.getByRole("link", { name: promise, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: promise }).waitFor();
  tally.expect(
    "the promise says that nothing has come of it yet",
    await page.getByText(t("promise.noSteps")).isVisible(),
  );
  tally.expect(
    "whoever was there may say to where it has come",
    await page.getByRole("button", { name: t("step.title"), exact: true }).isVisible(),
  );
  tally.expect(
    "what partners read is not hers to say",
    (await page.getByText(t("promise.share")).count()) === 0,
  );
  await picture("promise");
  await main.locator("a[href^='/offices/']").first().click();
  const heading = page.getByRole("heading", { name: t("office.theirPromises") });
  await heading.waitFor();
  const onTheCard = main.getByRole("link", { name: promise, exact: true });
  await onTheCard.first().waitFor();
  tally.expect("the card of the office has what it promised", true);
  await heading.scrollIntoViewIfNeeded();
  await picture("promises-on-the-card");
  await main.getByRole("link", { name: t("office.allPromises"), exact: true }).click();
  await page.waitForURL(/promises\?office=/);
  await onTheCard.first().waitFor();
  tally.expect("and leads to all of them", true);
  await picture("promises-of-the-office");
}

/**
 * A coordinator takes what is past its day, says to where it has come, and takes that back.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function followAPromise(walk) {
  const { page, context, language, tally, picture } = walk;
  const t = wordsOf(language);
  await openTheLedger(walk);
  const main = page.getByRole("main");
  for (const view of ["ours", "theirs", "unanswered", "toJudge"]) {
    await page.getByRole("radio", { name: t(`promises.view.${view}`), exact: true }).check();
    await page.waitForURL(new RegExp(`show=${view}`));
    await main
      .locator("li a[href^='/promises/']")
      .or(page.getByText(t(`promises.none.${view}`)))
      .first()
      .waitFor();
    await picture(`promises-${view}`);
  }
  const [past = ""] = t("promise.pastDay").split("{day}");
  await main.getByText(past).first().waitFor();
  tally.expect("what is past its day says so in words", true);
  await seeTheLongestPastFirst(walk);
  await openALine(walk);
  await page.getByRole("radio", { name: t("promises.view.toJudge"), exact: true }).check();
  await main.getByText(past).first().waitFor();
  await openOneWithoutSteps(walk);
  await picture("promise-past-its-day");

  const sheet = await openTheSheet(walk);
  await save(walk);
  await sheet.getByText(t("stepError.STATUS_MISSING")).waitFor();
  await picture("step-without-status");
  tally.expect(
    "only what the table allows is offered",
    (await sheet.getByRole("radio", { name: t("promiseStatus.REQUESTED") }).count()) === 0,
  );
  const done = t("promiseStatus.FULFILLED");
  await sheet.getByRole("radio", { name: done, exact: true }).check();
  await sheet.getByLabel(t("step.note"), { exact: true }).fill(WRITTEN[language].why);
  // It is asked by itself of what was done.
  await sheet.getByRole("radio", { name: t("evidence.PRESS"), exact: true }).check();
  await sheet.getByLabel(t("evidence.title"), { exact: true }).fill(WRITTEN[language].title);
  await sheet.getByLabel(t("evidence.address"), { exact: true }).fill(ADDRESS);
  await picture("step");
  const promise = page.url();
  await page.goBack();
  await sheet.waitFor({ state: "detached" });
  tally.expect("the way back closes the sheet and leaves the page", page.url() === promise);
  await openTheSheet(walk);
  tally.expect(
    "and what she wrote is still there",
    (await sheet.getByLabel(t("step.note"), { exact: true }).inputValue()) ===
      WRITTEN[language].why,
  );
  await context.setOffline(true);
  await save(walk);
  await sheet.getByText(t("mend.offline")).waitFor();
  await picture("step-offline");
  await sheet.getByRole("button", { name: t("close") }).click();
  await context.setOffline(false);
  await openTheSheet(walk);
  tally.expect(
    "without a network, and closed and opened again, the sheet keeps what she wrote",
    (await sheet.getByLabel(t("step.note"), { exact: true }).inputValue()) ===
      WRITTEN[language].why,
  );
  await answered(walk, "AdvanceCommitment", () =>
    sheet.getByRole("button", { name: t("read.retry"), exact: true }).click(),
  );
  await sheet.waitFor({ state: "detached" });
  const step = main.locator("ol > li");
  await step.first().waitFor();
  tally.expect("the step stands there once", (await step.count()) === 1);
  const link = step.getByRole("link", { name: WRITTEN[language].title });
  tally.expect(
    "its evidence leads to its address, and tells nobody whence one comes",
    (await link.getAttribute("href")) === `https://${ADDRESS}` &&
      (await link.getAttribute("rel")) === "noopener noreferrer",
  );
  await tally.comes(
    "it is not past its day any more",
    async () => (await main.getByText(past).count()) === 0,
  );
  await picture("promise-done");
  await answered(walk, "UndoCommitmentStep", () =>
    page.getByRole("button", { name: t("undo"), exact: true }).click(),
  );
  await page.getByText(t("promise.noSteps")).waitFor();
  await tally.comes("undo takes the step back", async () => (await step.count()) === 0);
  await asTheySay(walk);
  await share(walk);
  await sayWhatSort(walk);
  await putAnAmount(walk);
  await anotherHoldsIt(walk);
}

/**
 * What they say stands beside what we judge, and is taken back long after.
 * @param {import("./steps.mjs").Walk} walk
 */
async function asTheySay(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  const sheet = await openTheSheet(walk);
  await sheet.getByRole("radio", { name: t("step.basis.REPORTED"), exact: true }).check();
  await sheet.getByRole("radio", { name: t("promiseStatus.FULFILLED"), exact: true }).check();
  await answered(walk, "AdvanceCommitment", () => save(walk));
  await main.locator("ol > li").first().waitFor();
  const both = ["promise.reported", "promiseStatus.FULFILLED", "promiseStatus.PROMISED"];
  await tally.comes("what they say stands beside what we judge", async () => {
    const facts = (await main.locator("dl").first().textContent()) ?? "";
    return both.every((key) => facts.includes(t(key)));
  });
  await page.reload();
  await main.locator("ol > li").first().waitFor();
  await picture("promise-as-they-say");
  await answered(walk, "UndoCommitmentStep", () =>
    page.getByRole("button", { name: t("step.takeBack"), exact: true }).click(),
  );
  await page.getByText(t("step.takenBack")).waitFor();
  await tally.comes("also long after", async () => (await main.locator("ol > li").count()) === 0);
}

/**
 * Opens to partners where it stands, and closes it again.
 * @param {import("./steps.mjs").Walk} walk
 */
async function share(walk) {
  const { page, language, tally } = walk;
  const t = wordsOf(language);
  const shared = page.getByLabel(t("promise.share"), { exact: true });
  // The bar that tells of the step taken back lies over it for a while.
  await page.reload();
  await shared.waitFor();
  // What is kept is shown first; what she changes should be as it now is.
  await untilQuiet(page);
  await answered(walk, "ShareStatus", () => shared.check());
  await page.reload();
  await tally.comes("partners read where it stands once she says so", () => shared.isChecked());
  await untilQuiet(page);
  await answered(walk, "ShareStatus", () => shared.uncheck());
  await untilQuiet(page);
}

/**
 * Says of what sort it is, and names one office more.
 * @param {import("./steps.mjs").Walk} walk
 */
async function sayWhatSort(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await page.getByRole("button", { name: t("promise.details"), exact: true }).click();
  const sheet = page.getByRole("dialog");
  const named = page.getByRole("main").locator("header a[href^='/offices/']");
  const owed = await named.count();
  // Who said it stands among them.
  const chosen = sheet.getByRole("listitem").filter({
    has: page.getByRole("button", { name: t("remove") }),
  });
  const before = await chosen.allTextContents();
  await sheet.getByLabel(t("promise.kind"), { exact: true }).selectOption("EQUIPMENT");
  await pickOffice(walk, OFFICE[language]);
  await picture("promise-details");
  await answered(walk, "SetDetails", () => save(walk));
  await sheet.waitFor({ state: "detached" });
  const facts = page.getByRole("main").locator("dl").first();
  await facts.getByText(t("promiseKind.EQUIPMENT")).waitFor();
  await tally.comes(
    "it has its sort, and one office more",
    async () => (await named.count()) === owed + 1,
  );
  await picture("promise-with-details");

  // As it was, for who walks here next.
  await page.getByRole("button", { name: t("promise.details"), exact: true }).click();
  await sheet.getByLabel(t("promise.kind"), { exact: true }).selectOption("");
  const names = await chosen.allTextContents();
  const added = names.findIndex((name) => !before.includes(name));
  await chosen.nth(added).getByRole("button").click();
  await answered(walk, "SetDetails", () => save(walk));
  await sheet.waitFor({ state: "detached" });
}

/** @param {import("./steps.mjs").Walk} walk */
async function openTheLedger(walk) {
  await goTo(walk, "nav.promises");
  const title = wordsOf(walk.language)("promises.title");
  await walk.page.getByRole("heading", { level: 1, name: title }).waitFor();
}

/**
 * Of those that are listed, opens the first of which nobody has said yet what came of it.
 * @param {import("./steps.mjs").Walk} walk
 */
async function openOneWithoutSteps({ page, language }) {
  const t = wordsOf(language);
  const links = page.getByRole("main").locator("li a[href^='/promises/']");
  const listed = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const steps = page.getByRole("heading", { name: t("promise.steps") });
  for (const promise of listed) {
    await page.goto(promise ?? "");
    await steps.waitFor();
    await untilQuiet(page);
    if (await page.getByText(t("promise.noSteps")).isVisible()) return;
  }
  throw new Error("something has come of each promise that is past its day");
}

/**
 * What is past its day stands in the order of days, the longest past first.
 * @param {import("./steps.mjs").Walk} walk
 */
async function seeTheLongestPastFirst({ page, tally }) {
  const days = page.getByRole("main").locator("li:has(a[href^='/promises/']) time");
  const of = await days.evaluateAll((times) =>
    times.map((time) => time.getAttribute("datetime") ?? ""),
  );
  tally.expect(
    "what is past its day stands in the order of days",
    of.length > 1 && of.join() === of.toSorted().join(),
    of.join(),
  );
}

/**
 * Opens what is behind a line of the money, which is as many demands and promises as it says.
 * @param {import("./steps.mjs").Walk} walk
 */
async function openALine(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await page.getByRole("radio", { name: t("promises.view.all"), exact: true }).check();
  await page.getByText(t("promises.money"), { exact: true }).click();
  const line = page.getByRole("main").locator("table button").first();
  await line.waitFor();
  await picture("money-by-year");
  const said = (await line.textContent()) ?? "";
  const count = (said.match(/\d+/g) ?? []).reduce((sum, digits) => sum + Number(digits), 0);
  await line.click();
  const sheet = page.getByRole("dialog");
  const rows = sheet.locator("li a[href^='/promises/']");
  await rows.first().waitFor();
  tally.expect(
    "behind a line of the money are as many as it says",
    (await rows.count()) === count,
    `${said}: ${await rows.count()}`,
  );
  await picture("behind-the-money");
  await page.goBack();
  await sheet.waitFor({ state: "detached" });
  tally.expect("the way back leads to the lines", await line.isVisible());
}

/** @param {import("./steps.mjs").Walk} walk */
async function openTheSheet({ page, language }) {
  await page.getByRole("button", { name: wordsOf(language)("step.title"), exact: true }).click();
  const sheet = page.getByRole("dialog");
  await sheet.waitFor();
  return sheet;
}
