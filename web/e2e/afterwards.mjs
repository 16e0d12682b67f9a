import {
  answered,
  begin,
  loseAnswer,
  notSaved,
  pickOffice,
  save,
  sentAs,
  WRITTEN,
} from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/** What was forgotten when the meeting was logged, in either language. */
const ADDED = {
  en: {
    decision: "the list of tehsils goes to the press",
    promise: "they send the list of tehsils",
    task: "write to the tehsil offices",
    held: "ask once more",
    office: "DC Washuk",
  },
  ur: {
    decision: "تحصیلوں کی فہرست اخبارات کو دی جائے گی",
    promise: "تحصیلوں کی فہرست بھیجیں گے",
    task: "تحصیل دفاتر کو لکھنا ہے",
    held: "ایک بار پھر پوچھنا ہے",
    office: "ڈی سی واشک",
  },
};

/**
 * A member adds a promise, a task and a decision to a meeting that she has saved, while answers are lost, and
 * takes the meeting away and brings it back.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function addWhatWasForgotten(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const { decision, promise, task } = ADDED[language];
  await begin(walk);
  await pickOffice(walk, WRITTEN[language].office);
  await save(walk);
  await page.getByText(t("saved.present")).waitFor();
  const main = page.getByRole("main");
  const row = (/** @type {string} */ text) => main.getByRole("listitem").filter({ hasText: text });
  const sheet = page.getByRole("dialog");

  await openNew(walk, "row.they");
  await sheet.getByLabel(t("rows.promised"), { exact: true }).fill(promise);
  await picture("row-to-add");
  const restore = await loseAnswer(walk, "RecordCommitment");
  await save(walk);
  await notSaved(walk, sheet).waitFor();
  await restore();
  await answered(walk, "RecordCommitment", () =>
    sheet.getByRole("button", { name: t("read.retry"), exact: true }).click(),
  );
  await sheet.waitFor({ state: "detached" });
  await row(promise).first().waitFor();
  tally.expect("sent twice a promise is there once", (await row(promise).count()) === 1);

  await openNew(walk, "row.i");
  const words = sheet.getByLabel(t("row.iHint"), { exact: true });
  await words.fill(task);
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  await page.getByRole("status").filter({ hasText: task }).waitFor();
  tally.expect("closed without saving, it says that it is not saved", true);
  await picture("row-left");
  await openNew(walk, "row.i");
  tally.expect("and the words are still there", (await words.inputValue()) === task);
  await answered(walk, "AssignFollowUp", () => save(walk));
  await row(task).first().waitFor();

  await openNew(walk, "row.decided");
  await sheet.getByLabel(t("row.decidedHint"), { exact: true }).fill(decision);
  await picture("decision-to-add");
  await answered(walk, "RecordDecision", () => save(walk));
  await sheet.waitFor({ state: "detached" });
  await row(decision).first().waitFor();
  await picture("rows-added");
  await page.reload();
  for (const added of [promise, task, decision]) {
    await tally.comes(
      `"${added}" is in the record once`,
      async () => (await row(added).count()) === 1,
    );
  }
  await closeWhileSending(walk);
  await takeTheMeetingAway(walk);
}

/**
 * While a row is on its way nothing more is written; closed, it tells what came of it.
 * @param {import("./steps.mjs").Walk} walk
 */
async function closeWhileSending(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const { promise, held } = ADDED[language];
  const sheet = page.getByRole("dialog");
  const mend = (/** @type {string} */ text) =>
    page.getByRole("button", { name: `${t("mend.act")}: ${text}`, exact: true });
  // What was done without an answer may have been read anew meanwhile.
  const open = () => mend(promise).or(mend(held)).click();
  await open();
  const words = sheet.getByLabel(t("rows.promised"), { exact: true });
  await words.fill(held);
  let fail = () => {};
  /** @type {Promise<void>} */
  const isTime = new Promise((resolve) => {
    fail = resolve;
  });
  const restore = await loseAnswer(walk, "UpdateCommitment", isTime);
  await save(walk);
  await tally.comes("what is on its way is not written in", () => words.isDisabled());
  await sheet.getByRole("button", { name: t("close") }).click();
  fail();
  await page.getByRole("status").filter({ hasText: held }).waitFor();
  tally.expect("closed in the middle of it, she is told that no answer came", true);
  await picture("row-closed-while-sending");
  await restore();
  await open();
  tally.expect("and what she wrote is there", (await words.inputValue()) === held);
  await answered(walk, "UpdateCommitment", () =>
    sheet.getByRole("button", { name: t("read.retry"), exact: true }).click(),
  );
  await sheet.waitFor({ state: "detached" });
}

/**
 * A meeting that was logged by mistake goes with all that hangs on it, and comes back with it.
 * @param {import("./steps.mjs").Walk} walk
 */
async function takeTheMeetingAway(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const { held } = ADDED[language];
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: held });
  const away = page.getByRole("button", { name: t("meeting.takeAway"), exact: true });
  const back = page.getByRole("button", { name: t("record.bringBack"), exact: true });
  // So that nothing that was said before lies over the button.
  await page.reload();
  await row.first().waitFor();
  tally.expect(
    "before it is taken away it says what goes along",
    await page.getByText(t("meeting.takeAwayHint")).isVisible(),
  );
  await answered(walk, "Archive", () => away.click());
  await back.waitFor();
  await row.waitFor({ state: "detached" });
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture("meeting-taken-away");
  await tally.comes(
    "nothing of it can be set right then",
    async () => (await page.getByRole("link", { name: t("mend.act"), exact: true }).count()) === 0,
  );
  await answered(walk, "Restore", () =>
    page.getByRole("button", { name: t("undo"), exact: true }).click(),
  );
  await away.waitFor();
  await row.first().waitFor();
  tally.expect("undo brings the meeting back with its rows", true);
  await answered(walk, "Archive", () => away.click());
  await page.reload();
  await answered(walk, "Restore", () => back.click());
  await away.waitFor();
  await row.first().waitFor();
  tally.expect("and so does the way back on its page", true);
}

/**
 * An office that she typed while setting a meeting right is one, however often it is sent.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function typeAnOffice(walk) {
  const { page, context, language, tally, picture } = walk;
  const t = wordsOf(language);
  const { office } = ADDED[language];
  await page.getByRole("link", { name: t("mend.act"), exact: true }).click();
  const search = page.getByPlaceholder(t("picker.prompt"));
  await search.fill(office);
  const sent = sentAs(context, "UpdateMeeting");
  await save(walk);
  await page.getByRole("button", { name: t("left.leaveOut"), exact: true }).waitFor();
  tally.expect("left in the search beside an office, it is asked about", sent.count === 0);
  await tally.comes("where she is brought", () =>
    search.evaluate((field) => field === document.activeElement),
  );
  await picture("left-in-search");
  await page.getByRole("button", { name: t("left.add"), exact: true }).click();
  const restore = await loseAnswer(walk, "UpdateMeeting");
  await save(walk);
  await notSaved(walk).waitFor();
  await restore();
  await page.getByRole("button", { name: t("read.retry"), exact: true }).click();
  await page.getByText(t("saved.present")).waitFor();
  const offices = page.getByRole("main").locator("dl").first().getByText(office);
  await tally.comes("sent twice it is there once", async () => (await offices.count()) === 1);
}

/**
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} who
 */
async function openNew({ page, language }, who) {
  await page.getByRole("button", { name: wordsOf(language)(who), exact: true }).click();
  await page.getByRole("dialog").waitFor();
}
