import { answered, goTo, save, untilQuiet, WRITTEN } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/** What is written on a letter, in either language. */
const LETTER = {
  en: {
    subject: "List of women without cards",
    number: "PEC/2026/14",
    promise: "the list by the end of the month",
    owed: "our comments on the list",
  },
  ur: {
    subject: "بغیر کارڈ خواتین کی فہرست",
    number: "پی ای سی/2026/14",
    promise: "مہینے کے آخر تک فہرست",
    owed: "فہرست پر ہماری رائے",
  },
};

/**
 * Notes a letter that asks for a reply, opens its page, and records the answer there.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function answerALetter(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await noteTheLetter(walk);
  const main = page.getByRole("main");
  await main.getByRole("link", { name: LETTER[language].subject, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: LETTER[language].subject }).waitFor();
  const letter = new URL(page.url()).pathname;
  tally.expect("a letter has a page of its own", letter.startsWith("/letters/document_"), letter);
  const [due = ""] = t("letter.replyDue").split("{day}");
  await main.locator("dl").first().getByText(due.trim()).first().waitFor();
  await picture("letter");
  await seeThatItWaits(walk, letter);
  await writeDownWhatItPromises(walk, letter);
  await takeAwayWithWhatItPromises(walk, letter);

  await page.getByRole("button", { name: t("letter.answer"), exact: true }).click();
  const sheet = page.getByRole("dialog");
  const value = (/** @type {string} */ key) =>
    sheet.getByLabel(t(key), { exact: true }).inputValue();
  tally.expect(
    "its answer goes the other way, on the same and with the same office",
    (await value("letter.kind")) === "LETTER_OUT" &&
      (await value("letter.subject")) === LETTER[language].subject &&
      (await sheet.getByRole("button", { name: t("remove") }).count()) === 1,
  );
  await picture("answer-a-letter");
  await answered(walk, "RecordDocument", () => save(walk));
  await sheet.waitFor({ state: "detached" });
  await page.getByRole("heading", { name: t("letter.answeredBy") }).waitFor();
  tally.expect(
    "what is answered waits for no answer",
    (await page.getByRole("button", { name: t("letter.answer") }).count()) === 0 &&
      (await main.getByText(t("letter.answered"), { exact: true }).count()) > 0,
  );
  await picture("letter-answered");
  await main.locator("li a[href^='/letters/']").first().click();
  const back = main.locator("dl").first().locator(`a[href="${letter}"]`);
  await back.waitFor();
  tally.expect("the answer leads back to what it answers", new URL(page.url()).pathname !== letter);
  await back.click();
  await page.waitForURL(`**${letter}`);
  await setTheLetterRight(walk);
  await page.goto(`/letters/document_${letter.slice(-36, -2)}00`);
  await page.getByRole("heading", { level: 1, name: t("absent.title") }).waitFor();
  tally.expect("what is no letter of hers looks like one that is not there", true);
  await page.goto(letter);
  return letter;
}

/** @param {import("./steps.mjs").Walk} walk */
async function noteTheLetter(walk) {
  const { page, language, picture } = walk;
  const t = wordsOf(language);
  await goTo(walk, "nav.offices");
  await page.getByLabel(t("offices.search")).fill(WRITTEN[language].office);
  const main = page.getByRole("main");
  const found = Object.values(WRITTEN).map(({ office }) =>
    main.getByRole("link").filter({ hasText: office }),
  );
  const [first, second] = found;
  if (!first || !second) return;
  await first.or(second).first().click();
  await page.getByRole("button", { name: t("letter.add"), exact: true }).click();
  const sheet = page.getByRole("dialog");
  await save(walk);
  await sheet.getByText(t("letterError.kind")).waitFor();
  await sheet.getByLabel(t("letter.kind"), { exact: true }).selectOption("LETTER_IN");
  await sheet.getByLabel(t("letter.subject"), { exact: true }).fill(LETTER[language].subject);
  await sheet.getByLabel(t("letter.replyBy"), { exact: true }).fill("2036-06-03");
  await picture("note-a-letter");
  await answered(walk, "RecordDocument", () => save(walk));
  await sheet.waitFor({ state: "detached" });
}

/**
 * Among all letters it is the last, and among those that wait for an answer the one that is longest due
 * stands first; what an office wrote is found from its card.
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} letter
 */
async function seeThatItWaits(walk, letter) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  const rows = main.locator("li a[href^='/letters/']");
  await goTo(walk, "nav.offices");
  await main.getByRole("link", { name: t("letters.all"), exact: true }).click();
  await page.getByRole("heading", { level: 1, name: t("letter.title") }).waitFor();
  await rows.first().waitFor();
  tally.expect("there is a list of all letters", (await rows.count()) > 5);
  await picture("letters");
  await page.getByRole("radio", { name: t("letters.view.waiting"), exact: true }).check();
  await page.waitForURL(/show=waiting/);
  await main.locator(`li a[href="${letter}"]`).waitFor();
  const late = t("letter.replyOverdue").split("{day}")[0]?.trim() ?? "";
  await main.getByText(late).first().waitFor();
  const items = main.locator("li:has(a[href^='/letters/'])");
  const first = (await items.first().textContent()) ?? "";
  const last = (await items.last().locator("a").getAttribute("href")) ?? "";
  tally.expect(
    "what waits for an answer stands there, what is past its day first",
    first.includes(late) && last === letter,
    `${first} … ${last}`,
  );
  await picture("letters-waiting");
  await page.goto(letter);
  await main.locator("dl a[href^='/offices/']").first().click();
  await main.getByRole("link", { name: t("office.allLetters"), exact: true }).click();
  await page.waitForURL(/letters\?office=/);
  await main.locator(`li a[href="${letter}"]`).waitFor();
  tally.expect("the card of an office leads to all its letters", true);
  await picture("letters-of-the-office");
}

/**
 * On the page of the letter, what they promise in it; on the card of the office, what we owe them by it.
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} letter
 */
async function writeDownWhatItPromises(walk, letter) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  const sheet = page.getByRole("dialog");
  const { promise, owed } = LETTER[language];
  await page.goto(letter);
  await main.getByRole("button", { name: t("promise.add"), exact: true }).click();
  await save(walk);
  await sheet.getByText(t("error.promiseEmpty")).waitFor();
  await sheet.getByLabel(t("promise.what"), { exact: true }).fill(promise);
  await sheet.getByRole("radio", { name: t("due.monthEnd"), exact: true }).check();
  tally.expect(
    "who will see it stands beside the button",
    await sheet.getByText(t("letterSees.CAUCUS")).isVisible(),
  );
  await picture("promise-in-a-letter");
  await answered(walk, "RecordPromise", () => save(walk));
  await sheet.waitFor({ state: "detached" });
  const row = main.getByRole("listitem").filter({ hasText: promise });
  await row.first().waitFor();
  tally.expect("what a letter promises stands on its page", (await row.count()) === 1);

  await main.locator("dl a[href^='/offices/']").first().click();
  await page.getByRole("heading", { name: t("office.theirPromises") }).waitFor();
  await row.first().waitFor();
  await main.getByRole("button", { name: t("promise.add"), exact: true }).click();
  const ours = t("promise.who.MADE_BY_CAUCUS");
  await sheet.getByRole("radio", { name: ours, exact: true }).check();
  await sheet.getByLabel(t("promise.what"), { exact: true }).fill(owed);
  const choice = sheet.getByLabel(t("promise.inLetter"), { exact: true });
  await choice.selectOption(letter.slice("/letters/".length));
  tally.expect(
    "of what stands in a letter no day is asked",
    (await sheet.getByLabel(t("promise.saidOn"), { exact: true }).count()) === 0,
  );
  await picture("promise-from-the-card");
  await answered(walk, "RecordPromise", () => save(walk));
  await sheet.waitFor({ state: "detached" });
  await page.getByRole("heading", { name: t("office.ourPromises") }).waitFor();
  await main.getByRole("link", { name: owed, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: owed }).waitFor();
  await main.locator(`dl a[href="${letter}"]`).waitFor();
  tally.expect("what we owe them leads to the letter in which it stands", true);
  await picture("promise-of-a-letter");
  await page.goto(letter);
}

/**
 * What stands in a letter goes with it, says so, and comes back with it.
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} letter
 */
async function takeAwayWithWhatItPromises(walk, letter) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  const { promise } = LETTER[language];
  const link = main.getByRole("link", { name: promise, exact: true });
  const address = (await link.getAttribute("href")) ?? "";
  await untilQuiet(page);
  await answered(walk, "Archive", () =>
    main.getByRole("button", { name: t("letter.takeAway"), exact: true }).click(),
  );
  await page.goto(address);
  await main.getByText(t("record.awayWith.letter")).waitFor();
  const back = main.getByRole("button", { name: t("record.bringBack"), exact: true });
  tally.expect(
    "what went with its letter is not offered to come back without it",
    (await back.count()) === 0,
  );
  await picture("promise-away-with-its-letter");
  await main.getByRole("link", { name: t("letter.one"), exact: true }).click();
  await page.waitForURL(`**${letter}`);
  await answered(walk, "Restore", () => back.click());
  await link.waitFor();
  tally.expect("it comes back with its letter", true);
  await page.goto(letter);
}

/** @param {import("./steps.mjs").Walk} walk */
async function setTheLetterRight(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await page.getByRole("heading", { name: t("letter.answeredBy") }).waitFor();
  await page.getByRole("button", { name: t("letter.mend"), exact: true }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel(t("letter.reference"), { exact: true }).fill(LETTER[language].number);
  await answered(walk, "UpdateDocument", () => save(walk));
  await sheet.waitFor({ state: "detached" });
  const main = page.getByRole("main");
  await main.locator("dl").first().getByText(LETTER[language].number).waitFor();
  await page.reload();
  await main.locator("details summary").last().click();
  await main.locator("ol dd").filter({ hasText: LETTER[language].number }).waitFor();
  tally.expect("its history tells what was set right", true);
  await picture("letter-set-right");
}
