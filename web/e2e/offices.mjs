import { takeOutOfTheList } from "./officeAway.mjs";
import { goTo, loseAnswer, notSaved, WRITTEN } from "./steps.mjs";
import { until } from "./tally.mjs";
import { wordsOf } from "./words.mjs";

/**
 * A coordinator adds an office from the list, is told beside the fields what is wrong, and mends
 * its name afterwards.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function addAnOffice(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  // Each walk adds an office of its own: one of the same name is told of.
  const place = page.viewportSize()?.width ?? 0;
  const newOffice = `${WRITTEN[language].newOffice} ${place}`;
  await goTo(walk, "nav.offices");
  await page.getByRole("link", { name: t("officeForm.add") }).click();
  const add = page.getByRole("button", { name: t("officeForm.add") });
  await add.click();
  await page.getByText(t("error.nameRequired")).waitFor();
  const name = page.getByLabel(t("officeForm.en"));
  await tally.comes(
    "without a name and a kind nothing is sent, and it says where",
    async () =>
      (await page.getByText(t("error.categoryRequired")).isVisible()) &&
      (await name.evaluate((field) => field === document.activeElement)),
  );
  await picture("new-office-refused");

  await page.getByLabel(t(language === "ur" ? "officeForm.ur" : "officeForm.en")).fill(newOffice);
  await page.getByLabel(t("offices.category")).selectOption("LOCAL_GOVERNMENT");
  await tally.comes(
    "what is put right is not called wrong any more",
    async () => (await page.getByRole("alert").count()) === 0,
  );
  const district = page.getByLabel(t("form.district"), { exact: true });
  await district.locator("option").nth(1).waitFor({ state: "attached" });
  await district.selectOption({ index: 1 });
  await district.selectOption({ index: 1 });
  await tally.comes(
    "it may work in several districts",
    async () => (await page.getByRole("button", { name: t("remove") }).count()) === 2,
  );
  await picture("new-office");
  await add.click();
  await page.getByRole("heading", { level: 1, name: newOffice }).waitFor();
  tally.expect("the office is in the record", true);

  await page.getByRole("link", { name: t("officeForm.mend") }).click();
  const mended = `${WRITTEN.en.newOffice} ${place} ${language}`;
  await name.fill(mended);
  await picture("mend-office");
  await beOvertakenOnAnOffice(walk);
  await saveSlowly(walk);
  await page.getByRole("heading", { level: 1, name: mended }).waitFor();
  tally.expect("its name is mended", true);
  await addTheSame(walk, mended);
}

/**
 * Where the name is on record she is told before anything is added, and may add it all the same.
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} name
 */
async function addTheSame(walk, name) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const there = new URL(page.url()).pathname;
  await goTo(walk, "nav.offices");
  await page.getByRole("link", { name: t("officeForm.add") }).click();
  await page.getByLabel(t("officeForm.en")).fill(name);
  await page.getByLabel(t("offices.category")).selectOption("LOCAL_GOVERNMENT");
  await page.getByRole("button", { name: t("officeForm.add") }).click();
  await page.getByText(t("officeForm.thereAlready")).waitFor();
  const link = page.getByRole("status").locator(`a[href='${there}']`);
  await link.scrollIntoViewIfNeeded();
  tally.expect("it says which office may be there already", await link.isVisible());
  await picture("there-already");
  await page.getByRole("button", { name: t("officeForm.addAnyway") }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  tally.expect("and adds it all the same", new URL(page.url()).pathname !== there);
  await takeOutOfTheList(walk, name);
}

/**
 * More offices go by two letters than are shown, and it says so; where none does it says what to try.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function lookForMany(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const search = page.getByPlaceholder(t("picker.prompt"));
  const found = page.getByRole("list", { name: t("picker.found") });
  await search.fill(WRITTEN[language].many);
  await found.getByText(t("picker.more")).waitFor();
  tally.expect(
    "where more go by these letters than are shown, it says so",
    (await found.getByRole("button").count()) > 7,
  );
  await picture("more-offices");
  await search.fill(WRITTEN[language].slip);
  await found.getByText(t("picker.none")).waitFor();
  tally.expect("where none goes by them, it says what to try", true);
  await picture("no-office");
  await search.fill("");
}

/**
 * Somebody else mends the same office first: what she wrote stays, and what they wrote stands under it.
 * @param {import("./steps.mjs").Walk} walk
 */
async function beOvertakenOnAnOffice({ page, context, language, tally, picture }) {
  const t = wordsOf(language);
  const name = page.getByLabel(t("officeForm.en"));
  const mine = await name.inputValue();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel(t("officeForm.en")).fill("Somebody else's name");
  await other.getByLabel(t("officeForm.shortName")).fill("UC");
  await other.getByRole("button", { name: t("tidy.save") }).click();
  await other.getByRole("link", { name: t("officeForm.mend") }).waitFor();
  await other.close();

  await page.getByRole("button", { name: t("tidy.save") }).click();
  await page.getByText(t("officeForm.overtaken")).waitFor();
  tally.expect("what she wrote of an office stays", (await name.inputValue()) === mine);
  tally.expect(
    "with what somebody else wrote under it, and theirs where she wrote nothing",
    (await page.getByText("Somebody else's name").isVisible()) &&
      (await page.getByLabel(t("officeForm.shortName")).inputValue()) === "UC",
  );
  await picture("office-overtaken");
}

/**
 * While it is saved nothing can be written that would be lost.
 * @param {import("./steps.mjs").Walk} walk
 */
async function saveSlowly({ page, context, language, tally }) {
  const t = wordsOf(language);
  const name = page.getByLabel(t("officeForm.en"));
  let isLive = true;
  await context.route("**/graphql", async (route) => {
    if (route.request().postData()?.includes("mutation UpdateStakeholder")) {
      isLive = !(await until(() => name.isDisabled()));
    }
    await route.continue();
  });
  await page.getByRole("button", { name: t("tidy.save") }).click();
  await page.getByRole("link", { name: t("officeForm.mend") }).waitFor();
  tally.expect("while an office is saved its form cannot be written on", !isLive);
  await context.unroute("**/graphql");
}

/**
 * While matching a name she adds the office that it means.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function matchByAdding(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await goTo(walk, "nav.home");
  const open = page.getByRole("button", { name: t("match.choose") });
  await open.last().waitFor();
  const rows = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.locator("bdi[id]") });
  const row = rows.last();
  const meeting = (await row.getByRole("link").first().getAttribute("href")) ?? "";
  await open.last().click();
  const found = page.getByRole("list", { name: t("picker.found") });
  await found
    .getByRole("button")
    .or(found.getByText(t("picker.none")))
    .first()
    .waitFor();
  await picture("near");
  const [, asNew = ""] = t("match.asNew").split("{text}");
  await page.getByRole("button").filter({ hasText: asNew }).click();
  const sheet = page.getByRole("dialog");
  const names = [sheet.getByLabel(t("officeForm.en")), sheet.getByLabel(t("officeForm.ur"))];
  const filled = await Promise.all(names.map((name) => name.inputValue()));
  tally.expect("the form begins with the name as it was written", filled.some(Boolean));
  await sheet.getByLabel(t("offices.category")).selectOption("OTHER");
  await picture("add-to-match");
  const ids = idsSentAs(walk, "CreateStakeholder");
  const add = async () => {
    const sent = ids.length;
    await sheet.getByRole("button", { name: t("officeForm.add") }).click();
    // Several meetings were written down with the same name: then it is there from the last time.
    const anyway = sheet.getByRole("button", { name: t("officeForm.addAnyway") });
    await until(async () => ids.length > sent || (await anyway.isVisible()));
    if (ids.length === sent) await anyway.click();
  };
  const restore = await loseAnswer(walk, "CreateStakeholder");
  await add();
  await notSaved(walk, sheet).waitFor();
  await sheet.getByRole("button", { name: t("close") }).click();
  await restore();
  await page.getByRole("button").filter({ hasText: asNew }).click();
  tally.expect(
    "closed before it is known whether the office was added, its form says so when it is opened again",
    (await sheet.getByLabel(t("offices.category")).inputValue()) === "OTHER" &&
      (await notSaved(walk, sheet).isVisible()),
  );
  await picture("add-to-match-again");
  await loseTheMatch(walk, async () => {
    await add();
    await sheet.waitFor({ state: "detached" });
  });
  await tally.comes(
    "an office that was added is not offered to be added again",
    async () => (await page.getByRole("button").filter({ hasText: asNew }).count()) === 0,
  );
  await picture("added-not-matched");
  const [toAdded = ""] = t("match.toAdded").split("{office}").filter(Boolean);
  await row.getByRole("button").filter({ hasText: toAdded.trim() }).click();
  const [, done = ""] = t("match.done").split("{text}");
  const matched = page.getByRole("status").filter({ hasText: done.split("{")[0] ?? "" });
  await matched.waitFor();
  await tally.comes(
    "and the name is matched to it",
    async () => (await page.getByRole("main").locator(`a[href='${meeting}']`).count()) === 0,
  );
  tally.expect(
    "and the office is added once, however often it was sent",
    ids.length > 1 && new Set(ids).size === 1,
    ids.join(),
  );
  await picture("added");
  await isOnTheCard(walk, meeting);
}

/**
 * The ids under which records are sent by this write from now on.
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} operation
 */
function idsSentAs({ page }, operation) {
  /** @type {string[]} */
  const ids = [];
  page.on("request", (request) => {
    if (!request.postData()?.includes(`mutation ${operation}`)) return;
    ids.push(request.postDataJSON().variables.input.id);
  });
  return ids;
}

/**
 * The office is added, and the network is gone before the name is matched to it.
 * @param {import("./steps.mjs").Walk} walk
 * @param {() => Promise<unknown>} act
 */
async function loseTheMatch(walk, act) {
  const { context } = walk;
  await context.route("**/graphql", (route) =>
    route.request().postData()?.includes("mutation UpdateMeeting")
      ? route.abort("internetdisconnected")
      : route.continue(),
  );
  await act();
  await notSaved(walk).waitFor();
  await context.unroute("**/graphql");
}

/**
 * Follows the meeting that was just matched to the card of its office, which lists it.
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} meeting
 */
export async function isOnTheCard({ page, language, tally, picture }, meeting) {
  const t = wordsOf(language);
  const main = page.getByRole("main");
  await page.goto(meeting);
  await page.getByRole("link", { name: t("mend.act"), exact: true }).waitFor();
  await main.locator("a[href^='/offices/']").first().click();
  await page.getByRole("heading", { name: t("office.tasks") }).waitFor();
  const listed = main.locator(`a[href='${meeting}']`).last();
  await listed.waitFor();
  tally.expect("the office's card lists the meeting", await listed.isVisible());
  await picture("matched-card");
}
