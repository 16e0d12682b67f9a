import { addWhatWasForgotten, typeAnOffice } from "./afterwards.mjs";
import { askForSomething } from "./asked.mjs";
import { lookAtLowerEdge } from "./edges.mjs";
import { mayNotNameAnother } from "./holders.mjs";
import { goOnMending } from "./keptMend.mjs";
import { seeWhatIsAdded, seeWhatIsWrong } from "./marks.mjs";
import { lookThroughMeetings } from "./meetings.mjs";
import { setRight } from "./mend.mjs";
import { allIsKept, driveOff, readWithoutNetwork } from "./offline.mjs";
import { beginAtTheTop, keepEveryRow } from "./pages.mjs";
import { readThePromise } from "./promises.mjs";
import { setRowsRight } from "./rows.mjs";
import { leaveSheets } from "./sheets.mjs";
import { signOutWithUnsent } from "./signOut.mjs";
import { goTo, seeTheTasks, signIn, WRITTEN } from "./steps.mjs";
import { tickTheTask, tickWithoutNetwork } from "./ticks.mjs";
import {
  lookForWhatIsNeverTaken,
  mendWhatWasRefused,
  tellAfterTheSessionEnded,
  tellWithoutNetwork,
} from "./unsent.mjs";
import { seeTheGroup, writeAGroup } from "./whoElse.mjs";
import { wordsOf } from "./words.mjs";

/**
 * What a member does: before the meeting, after it, on Friday, and without a network.
 * @param {import("./steps.mjs").Walk} walk
 * @param {import("./program.mjs").User} user
 * @returns {Promise<string>} the address of the meeting that she saved
 */
export async function walkAsMember(walk, user) {
  const { page } = walk;
  await signIn(walk, user);
  await seeTheTasks(walk);
  await walk.picture("home");
  await lookAtLowerEdge(walk, "home");
  await readTheCard(walk);
  const card = new URL(page.url()).pathname;
  const meeting = await tellTheMeeting(walk);
  await driveOff(walk, card);
  await page.goto(meeting);
  await setRight(walk);
  await goOnMending(walk);
  await driveOff(walk, card);
  await lookThroughMeetings(walk, meeting);
  await keepEveryRow(walk);
  await leaveSheets(walk);
  await beginAtTheTop(walk);
  await tickTheTask(walk);
  await readWithoutNetwork(walk);
  await tickWithoutNetwork(walk);
  const promised = await setRowsRight(walk);
  await addWhatWasForgotten(walk);
  await typeAnOffice(walk);
  await seeWhatIsWrong(walk);
  await seeWhatIsAdded(walk);
  await tellWithoutNetwork(walk);
  await mendWhatWasRefused(walk);
  await lookForWhatIsNeverTaken(walk);
  await tellAfterTheSessionEnded(walk, user);
  await readThePromise(walk, promised);
  await askForSomething(walk);
  await signOutWithUnsent(walk, user);
  await switchLanguage(walk);
  return meeting;
}

/** @param {import("./steps.mjs").Walk} walk */
async function readTheCard(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await goTo(walk, "nav.offices");
  await page.getByLabel(t("offices.search")).fill(WRITTEN[language].office);
  const found = page.getByRole("main").getByRole("link").filter({ hasText: WRITTEN.en.office });
  const foundUrdu = page.getByRole("main").getByRole("link").filter({ hasText: WRITTEN.ur.office });
  await found.or(foundUrdu).first().waitFor();
  tally.expect(
    "a member is not asked to add offices",
    (await page.getByRole("link", { name: t("officeForm.add") }).count()) === 0,
  );
  await picture("offices");
  await found.or(foundUrdu).first().click();
  await page.getByRole("heading", { name: t("office.tasks") }).waitFor();
  const card = (await page.getByRole("main").textContent()) ?? "";
  const [lastMet = ""] = t("office.lastMetOn").split("{");
  tally.expect(
    "the card says when the office was last met",
    card.includes(lastMet.trim()) || card.includes(t("office.neverMet")),
    card,
  );
  await picture("office");
  await mayNotNameAnother(walk);
}

/** @param {import("./steps.mjs").Walk} walk */
async function tellTheMeeting(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const { said, task } = WRITTEN[language];
  await page.getByRole("link", { name: t("act.metThem") }).click();
  await page.getByRole("heading", { name: t("form.title") }).waitFor();
  await page
    .getByRole("button", { name: t("remove") })
    .nth(1)
    .waitFor();
  tally.expect(
    "office and member are set",
    (await page.getByRole("button", { name: t("remove") }).count()) === 2,
  );
  await leaveTheFormUntouched(walk);
  await allIsKept(page);

  await page.getByLabel(t("form.said"), { exact: true }).fill(said);
  await page.getByRole("button", { name: t("row.i"), exact: true }).click();
  await page.getByLabel(t("row.i"), { exact: true }).fill(task);
  await chooseADate(walk);
  await picture("after-the-meeting");
  await lookAtLowerEdge(walk, "form");

  await page.reload();
  const kept = page.getByLabel(t("form.said"), { exact: true });
  await kept.waitFor();
  tally.expect("what was written outlives a reload", (await kept.inputValue()) === said);

  await writeAGroup(walk);
  await page.getByRole("button", { name: t("save"), exact: true }).click();
  await page.getByText(t("saved.present")).waitFor();
  await seeTheGroup(walk);
  tally.expect("the meeting's page has the words", await page.getByText(said).first().isVisible());
  await picture("saved");
  return new URL(page.url()).pathname;
}

/**
 * Looks at the form that a card has begun, and comes back to it from her home.
 * @param {import("./steps.mjs").Walk} walk
 */
async function leaveTheFormUntouched(walk) {
  const { page, language, tally } = walk;
  const t = wordsOf(language);
  await goTo(walk, "nav.home");
  await seeTheTasks(walk);
  tally.expect(
    "a form that she only looked at is not said to be begun",
    (await page.getByText(t("home.unfinished")).count()) === 0,
  );
  await page.goBack();
  await page
    .getByRole("button", { name: t("remove") })
    .nth(1)
    .waitFor();
}

/**
 * A date begins empty, is asked for where it is missing, and stands in words once it is chosen.
 * @param {import("./steps.mjs").Walk} walk
 */
async function chooseADate({ page, language, tally, picture }) {
  const t = wordsOf(language);
  await page.getByRole("radio", { name: t("due.date") }).check();
  const date = page.getByLabel(t("row.byWhen"), { exact: true }).and(page.locator("input"));
  tally.expect("a date begins empty", (await date.inputValue()) === "");
  await page.getByRole("button", { name: t("save"), exact: true }).click();
  await page.getByText(t("error.DAY_MISSING")).waitFor();
  const task = page.getByLabel(t("row.i"), { exact: true });
  tally.expect(
    "a missing date is marked at the date and not at the words",
    (await date.getAttribute("aria-invalid")) === "true" &&
      (await task.getAttribute("aria-invalid")) === null,
  );
  await picture("date-missing");
  await date.fill("2020-06-03");
  await page.getByText(t("due.beforeMeeting")).waitFor();
  await picture("date-before-the-meeting");
  await date.fill("2027-06-03");
  tally.expect(
    "a day before the meeting is asked about, and one after it is not",
    (await page.getByText(t("due.beforeMeeting")).count()) === 0,
  );
  const words = (await page.locator("time[datetime='2027-06-03']").first().textContent()) ?? "";
  tally.expect(
    "the date stands beside it in words, with its weekday",
    words === (language === "ur" ? "جمعرات 3 جون 2027" : "Thu 3 June 2027"),
    words,
  );
  await picture("date");
  await page.getByRole("radio", { name: t("due.friday") }).check();
}

/** @param {import("./steps.mjs").Walk} walk */
async function switchLanguage(walk) {
  const { page, language, tally, picture } = walk;
  await goTo(walk, "nav.me");
  await picture("me");
  await lookAtLowerEdge(walk, "me");
  const main = page.getByRole("main");
  const names = { en: "English", ur: "اردو" };
  const other = language === "en" ? "ur" : "en";
  tally.expect(
    "both languages are named, of which the present one is marked",
    (await main.getByRole("radio", { name: names[language] }).isChecked()) &&
      !(await main.getByRole("radio", { name: names[other] }).isChecked()),
  );
  await main.getByRole("radio", { name: names[other] }).check();
  const html = page.locator("html");
  await tally.comes(
    "a tap on the other one changes to it",
    async () => (await html.getAttribute("lang")) === other,
  );
  await main.getByRole("radio", { name: names[language] }).check();
  await page.locator(`html[lang=${language}]`).waitFor();
  const [there, back] = language === "en" ? ["اردو", "English"] : ["English", "اردو"];
  const before = await html.getAttribute("dir");
  await page.getByRole("banner").getByRole("button", { name: there }).click();
  await tally.comes(
    "the language changes at once, and with it the direction",
    async () => (await html.getAttribute("dir")) !== before,
  );
  await page.getByRole("banner").getByRole("button", { name: back }).click();
}
