import { answered, begin, comeBack, pickOffice, save, WRITTEN } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/** What is decided and promised, in either language. */
export const ROWS = {
  en: {
    promise: "they open the desk in every tehsil",
    task: "ask for the list of desks",
    wrong: "a row that belongs elsewhere",
    reworded: "as the minutes have it",
    other: "as somebody else has it",
  },
  ur: {
    promise: "ہر تحصیل میں ڈیسک کھولیں گے",
    task: "ڈیسکوں کی فہرست مانگنی ہے",
    wrong: "یہ سطر کہیں اور کی ہے",
    reworded: "جیسا کارروائی میں لکھا ہے",
    other: "جیسا کسی اور نے لکھا",
  },
};

const DAY = "2027-06-03";

/**
 * A member sets the day of a promise right after saving, for a while without a network, gives a task
 * other words, and takes a wrong row away and brings it back.
 * @param {import("./steps.mjs").Walk} walk
 * @returns {Promise<string>} the address of the meeting at which it was promised
 */
export async function setRowsRight(walk) {
  const { page, context, language, tally, picture } = walk;
  const t = wordsOf(language);
  const { promise, task, wrong, reworded } = ROWS[language];
  await begin(walk);
  await pickOffice(walk, WRITTEN[language].office);
  await addRow(walk, "row.they", promise);
  await addRow(walk, "row.decided", wrong);
  await addRow(walk, "row.i", task);
  await save(walk);
  await page.getByText(t("saved.present")).waitFor();
  await picture("rows");

  const sheet = await openRow(walk, promise);
  await sheet.getByRole("radio", { name: t("due.date") }).check();
  await save(walk);
  await sheet.getByText(t("error.DAY_MISSING")).waitFor();
  const date = sheet.locator("input[type=date]");
  await date.fill(DAY);
  await picture("row-to-set-right");
  await context.setOffline(true);
  await save(walk);
  await sheet.getByText(t("mend.offline")).waitFor();
  await picture("row-offline");
  await sheet.getByRole("button", { name: t("close") }).click();
  await openRow(walk, promise);
  tally.expect(
    "without a network, and closed and opened again, the sheet keeps what she wrote",
    (await date.inputValue()) === DAY,
  );
  await comeBack(walk, sheet);
  await picture("row-back");
  await answered(walk, "UpdateCommitment", () =>
    sheet.getByRole("button", { name: t("read.retry"), exact: true }).click(),
  );
  await sheet.waitFor({ state: "detached" });
  const row = rowOf(page, promise);
  await row.locator(`time[datetime="${DAY}"]`).waitFor();
  tally.expect("the promise has its day", true);
  await picture("row-set-right");
  await answered(walk, "UpdateCommitment", () => undo(walk));
  await row.locator("time").waitFor({ state: "detached" });
  tally.expect("undo takes the day back", (await row.count()) === 1);

  await openRow(walk, task);
  await sheet.getByLabel(t("row.iHint"), { exact: true }).fill(reworded);
  await picture("task-to-set-right");
  await answered(walk, "UpdateFollowUp", () => save(walk));
  // Until it is closed the sheet in the row holds the words as they were.
  await sheet.waitFor({ state: "detached" });
  await rowOf(page, reworded).waitFor();
  tally.expect("the task has its new words", (await rowOf(page, task).count()) === 0);
  await takeAwayAndBack(walk, wrong, promise);
  return new URL(page.url()).pathname;
}

/**
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} wrong
 * @param {string} promise
 */
async function takeAwayAndBack(walk, wrong, promise) {
  const { page, context, language, tally, picture } = walk;
  const t = wordsOf(language);
  const row = rowOf(page, wrong);
  const takeAway = (/** @type {string} */ text) =>
    page.getByRole("button", { name: `${t("rows.takeAway")}: ${text}` }).click();
  await context.setOffline(true);
  await takeAway(wrong);
  await page.getByText(t("rows.notTakenAway")).waitFor();
  tally.expect("without a network the row stays, and she is told", (await row.count()) === 1);
  await picture("row-not-taken-away");
  await context.setOffline(false);
  await answered(walk, "Archive", () => takeAway(wrong));
  await row.waitFor({ state: "detached" });
  await page.getByRole("button", { name: t("undo"), exact: true }).waitFor();
  tally.expect(
    "taken away at once after, its first try is not spoken of any more",
    (await page.getByText(t("rows.notTakenAway")).count()) === 0,
  );
  await picture("row-taken-away");
  await page.reload();
  await page.getByRole("heading", { name: t("meeting.promises") }).waitFor();
  // What was kept on the machine may stand there until the record has answered.
  await row.waitFor({ state: "detached" });
  tally.expect("what is taken away is gone", true);

  await answered(walk, "Archive", () => takeAway(promise));
  const gone = page.getByRole("heading", { name: t("meeting.promises") });
  await gone.waitFor({ state: "detached" });
  await answered(walk, "Restore", () => undo(walk));
  await gone.waitFor();
  tally.expect("and undo brings back what is", true);
  await page.reload();
  await gone.waitFor();
  tally.expect("so that it is there for all", true);
}

/**
 * A coordinator rewords a decision while somebody else does too, loses nothing, and undoes it.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function rewordADecision(walk) {
  const { page, context, language, tally, picture } = walk;
  const t = wordsOf(language);
  const { reworded, other } = ROWS[language];
  const first = page.getByRole("button", { name: new RegExp(`^${t("mend.act")}: `) }).first();
  const before = ((await first.getAttribute("aria-label")) ?? "").slice(t("mend.act").length + 2);
  const elsewhere = await context.newPage();
  await elsewhere.goto(page.url());
  const sheet = await openRow(walk, before);
  const words = sheet.getByLabel(t("row.decidedHint"), { exact: true });
  tally.expect("the sheet has what is recorded", (await words.inputValue()) === before);

  const there = { ...walk, page: elsewhere };
  await openRow(there, before);
  await elsewhere.getByLabel(t("row.decidedHint"), { exact: true }).fill(other);
  await answered(there, "UpdateDecision", () => save(there));

  await words.fill(reworded);
  await save(walk);
  await sheet.getByText(t("rows.overtaken")).waitFor();
  tally.expect("hers stays where she wrote it", (await words.inputValue()) === reworded);
  tally.expect("and theirs stands under it", await sheet.getByText(other).isVisible());
  await picture("decision-overtaken");
  await answered(walk, "UpdateDecision", () => save(walk));
  await rowOf(page, reworded).waitFor();
  tally.expect("saved again the decision is hers", (await rowOf(page, other).count()) === 0);
  await picture("decision-reworded");
  await answered(walk, "UpdateDecision", () => undo(walk));
  await rowOf(page, other).waitFor();
  tally.expect("undo brings back what stood there before", true);

  // As it was, for who walks here next.
  await elsewhere.close();
  await openRow(walk, other);
  await words.fill(before);
  await answered(walk, "UpdateDecision", () => save(walk));
  await rowOf(page, before).waitFor();
}

/**
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} who
 * @param {string} text
 */
async function addRow({ page, language }, who, text) {
  const name = wordsOf(language)(who);
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByLabel(name, { exact: true }).fill(text);
}

/**
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} text
 */
async function openRow({ page, language }, text) {
  const act = wordsOf(language)("mend.act");
  await page.getByRole("button", { name: `${act}: ${text}`, exact: true }).click();
  const sheet = page.getByRole("dialog");
  await sheet.waitFor();
  return sheet;
}

/**
 * @param {import("./steps.mjs").Walk["page"]} page
 * @param {string} text
 */
function rowOf(page, text) {
  return page.getByRole("main").getByRole("listitem").filter({ hasText: text });
}

/** @param {Pick<import("./steps.mjs").Walk, "page" | "language">} walk */
async function undo({ page, language }) {
  await page.getByRole("button", { name: wordsOf(language)("undo"), exact: true }).click();
}
