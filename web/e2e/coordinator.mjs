import { lookAtLowerEdge } from "./edges.mjs";
import { addAPhoto } from "./files.mjs";
import { nameWhoHoldsIt } from "./holders.mjs";
import { seeWhoIsNotMet } from "./lastMet.mjs";
import { answerALetter } from "./letters.mjs";
import { makeAList } from "./lists.mjs";
import { beOvertaken, openToMend, takeOut } from "./mend.mjs";
import { addAnOffice, isOnTheCard, lookForMany, matchByAdding } from "./offices.mjs";
import { followAPromise } from "./promises.mjs";
import { rewordADecision } from "./rows.mjs";
import { openAllMeetings, openTheSession } from "./session.mjs";
import { sayHowWeSeeThem } from "./standing.mjs";
import {
  answered,
  findInSheet,
  goTo,
  pickOffice,
  save,
  seeTheTasks,
  signIn,
  WRITTEN,
} from "./steps.mjs";
import { tellTheRest } from "./whoElse.mjs";
import { wordsOf } from "./words.mjs";

/**
 * What a coordinator does: look whom we met, write down what she was told, set right and share.
 * @param {import("./steps.mjs").Walk} walk
 * @param {import("./program.mjs").User} user
 * @param {string} meeting the address of the meeting that a member saved before
 * @returns {Promise<string>} the address of a meeting that she opened to donors
 */
export async function walkAsCoordinator(walk, user, meeting) {
  await signIn(walk, user);
  await seeTheTasks(walk);
  await walk.picture("home");
  await lookWhomWeMet(walk, meeting);
  await makeAList(walk);
  await writeDownWhatSheWasTold(walk);
  await takeOut(walk);
  await tellTheRest(walk);
  await beOvertaken(walk);
  const shared = await matchAName(walk);
  await matchByAdding(walk);
  await addAnOffice(walk);
  await nameWhoHoldsIt(walk);
  await sayHowWeSeeThem(walk);
  await followAPromise(walk);
  await addAPhoto(walk, await answerALetter(walk));
  return shared;
}

/** @param {import("./steps.mjs").Walk} walk */
async function chooseTheProgramme({ page, language }) {
  const programme = page.getByLabel(wordsOf(language)("meeting.programmes"), { exact: true });
  await programme.locator("option").nth(1).waitFor({ state: "attached" });
  await programme.selectOption({ index: 1 });
}

/**
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} meeting
 */
async function lookWhomWeMet(walk, meeting) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await goTo(walk, "nav.coverage");
  await openAllMeetings(walk);
  const sheet = page.getByRole("dialog");
  const found = await findInSheet(walk, sheet.locator(`a[href="${meeting}"]`));
  tally.expect("the member's meeting is behind the figure", found);
  await picture("records");
  await sheet.getByRole("button", { name: t("close") }).click();
  await picture("whom-we-met");
  await lookAtLowerEdge(walk, "whom-we-met");

  await openTheSession(walk);
  await picture("session");
  await rewordADecision(walk);
  await seeWhoIsNotMet(walk);
}

/** @param {import("./steps.mjs").Walk} walk */
async function writeDownWhatSheWasTold(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await page.goto("/meetings/new");
  const teller = page.getByLabel(t("told.who"));
  await teller.locator("option").nth(1).waitFor({ state: "attached" });
  await teller.selectOption({ index: 1 });
  const name = (await teller.locator("option:checked").textContent()) ?? "";
  await lookForMany(walk);
  await pickOffice(walk, WRITTEN[language].office);
  await page.getByLabel(t("form.said"), { exact: true }).fill(WRITTEN[language].said);
  await chooseTheProgramme(walk);
  await picture("told");
  await page.getByRole("button", { name: t("save"), exact: true }).click();
  await page.getByText(t("saved.present")).waitFor();
  tally.expect(
    "the office is the one that she chose",
    (await page.getByText(t("meeting.unmatched")).count()) === 0,
  );
  const facts = (await page.getByRole("main").locator("dl").first().textContent()) ?? "";
  tally.expect(
    "it is recorded as told by her, by phone",
    facts.includes(name) && facts.includes(t("told.PHONE")),
    facts,
  );
  tally.expect("it is under the programme that she chose", facts.includes("PWL"), facts);
}

/** @param {import("./steps.mjs").Walk} walk */
async function matchAName(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const { text, match } = WRITTEN[language];
  await goTo(walk, "nav.home");
  await page.getByRole("heading", { name: t("home.unmatched") }).waitFor();
  const rows = page.getByRole("main").getByRole("listitem").filter({ hasText: text });
  await rows.first().waitFor();
  const before = await rows.count();
  const row = rows.first();
  tally.expect(
    "a name to match stands there as it was written, with its day",
    (await row.getByRole("link").first().locator("time").count()) > 0,
  );
  const meeting = (await row.getByRole("link").first().getAttribute("href")) ?? "";
  await row.getByRole("button", { name: t("match.choose") }).click();
  const found = page.getByRole("list", { name: t("picker.found") }).getByRole("button");
  await found.first().waitFor();
  tally.expect(
    "it begins with the name itself and what that finds",
    (await page.getByPlaceholder(t("picker.prompt")).inputValue()) === text,
  );
  await picture("to-match");
  await found
    .filter({ hasText: new RegExp(match, "i") })
    .first()
    .click();
  const [, done = ""] = t("match.done").split("{text}");
  await page
    .getByRole("status")
    .filter({ hasText: done.split("{")[0] ?? "" })
    .waitFor();
  await tally.comes("and is no question there any more", async () => (await rows.count()) < before);
  await picture("matched");
  await isOnTheCard(walk, meeting);
  await page.goto(meeting);
  await page.getByRole("link", { name: t("mend.act"), exact: true }).waitFor();
  await tally.comes(
    "a name that is matched is no question any more",
    async () => (await page.getByText(t("meeting.unmatched")).count()) === 0,
  );
  const facts = page.getByRole("main").locator("dl").first();
  const as = t("meeting.writtenAs").replace("{text}", text);
  await tally.comes("and what was written stands small beside the office", async () =>
    ((await facts.textContent()) ?? "").includes(as),
  );

  await shareWithDonors(walk);
  return meeting;
}

/**
 * Puts the meeting under a programme and opens it to donors, and is told what that means.
 * @param {import("./steps.mjs").Walk} walk
 */
async function shareWithDonors(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await openToMend(page, language);
  const facts = page.getByRole("radiogroup", { name: t("tidy.facts") });
  const words = page.getByRole("radiogroup", { name: t("tidy.words") });
  await facts.getByRole("radio", { name: t("audience.PRESENT") }).check();
  await tally.comes(
    "words cannot be for more than the meeting is",
    async () => (await words.getByRole("radio").count()) === 1,
  );
  await facts.getByRole("radio", { name: t("audience.PARTNERS") }).check();
  await page.getByText(t("donors.byCategory")).waitFor();
  tally.expect(
    "it says what donors will see",
    await page.getByText(t("donors.seeFacts")).isVisible(),
  );
  await picture("donors");
  await chooseTheProgramme(walk);
  await tally.comes(
    "with a programme it reaches the donors of that",
    async () => (await page.getByText(t("donors.byCategory")).count()) === 0,
  );

  await words.getByRole("radio", { name: t("audience.CAUCUS") }).check();
  await answered(walk, "UpdateMeeting", () => save(walk));
  await page.getByText(t("saved.donorsMembers")).waitFor();
  tally.expect("it says who sees it now", true);
  await page.reload();
  await page.getByText(t("saved.donorsMembers")).waitFor();
  const shown = page.getByRole("main").locator("dl").first();
  await tally.comes("the meeting is under the programme", async () =>
    ((await shown.textContent()) ?? "").includes("PWL"),
  );
  await picture("set-right");
}
