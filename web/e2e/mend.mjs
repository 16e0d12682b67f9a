import { lookAtLowerEdge } from "./edges.mjs";
import { answered, comeBack, save, WRITTEN } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * From the page of a meeting to the form that sets it right.
 * @param {import("./steps.mjs").Walk["page"]} page
 * @param {import("./steps.mjs").Language} language
 */
export async function openToMend(page, language) {
  const t = wordsOf(language);
  await page.getByRole("link", { name: t("mend.act"), exact: true }).click();
  await page.getByRole("heading", { level: 1, name: t("mend.title") }).waitFor();
  await page.getByLabel(t("form.said"), { exact: true }).waitFor();
}

/**
 * A member sets the day and a sentence of the meeting right that she has just saved, for a while
 * without a network.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function setRight(walk) {
  const { page, context, language, tally, picture } = walk;
  const t = wordsOf(language);
  const { said, amended } = WRITTEN[language];
  await openToMend(page, language);
  const words = page.getByLabel(t("form.said"), { exact: true });
  const day = page.getByLabel(t("form.day"), { exact: true });
  tally.expect("the form has what is recorded", (await words.inputValue()) === said);
  const before = await day.inputValue();
  const date = new Date(`${before}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  const dayBefore = date.toISOString().slice(0, 10);
  await picture("to-set-right");
  await lookAtLowerEdge(walk, "set-right");

  await day.fill("");
  tally.expect("a day may be empty while she writes it", (await day.inputValue()) === "");
  await save(walk);
  await page.getByText(t("error.WHEN_MISSING")).waitFor();
  await picture("day-missing");
  await day.fill("1926-01-10");
  await page.getByText(t("day.farBack")).waitFor();
  tally.expect("a day of another time is asked about", true);
  await picture("day-far-back");
  await day.fill(dayBefore);
  await words.fill(amended);
  await context.setOffline(true);
  await save(walk);
  await page.getByText(t("mend.offline")).waitFor();
  tally.expect(
    "without a network it says that it is not saved, and keeps what she wrote",
    (await words.inputValue()) === amended,
  );
  await picture("set-right-offline");
  await comeBack(walk);
  tally.expect("and what she wrote stays", (await words.inputValue()) === amended);
  await picture("set-right-back");
  await page.getByRole("button", { name: t("read.retry"), exact: true }).click();

  await page.getByText(t("saved.present")).waitFor();
  await page.getByRole("main").getByText(amended).waitFor();
  tally.expect("the sentence is as she set it", true);
  await page.reload();
  await page.getByText(amended).waitFor();
  const time = page.getByRole("main").locator("header time");
  const instant = (await time.first().getAttribute("datetime")) ?? "";
  // What was logged at an instant keeps its clock; its day is that of the caucus.
  const inQuetta = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Karachi" });
  tally.expect(
    "and so is the day",
    inQuetta.format(new Date(instant)) === dayBefore,
    `${instant} for ${dayBefore}`,
  );
  await picture("set-right");
}

/**
 * A coordinator puts somebody in who was not there, and takes her out again.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function takeOut(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await openToMend(page, language);
  const members = page.getByLabel(t("form.whoOfUs"), { exact: true });
  await members.locator("option").nth(1).waitFor({ state: "attached" });
  await members.selectOption({ index: 1 });
  const chosen = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: t("remove") }) });
  const present = page.getByRole("main").locator("dl").first().getByRole("listitem");
  await answered(walk, "UpdateMeeting", () => save(walk));
  await page.getByText(t("saved.present")).waitFor();
  const with2 = await present.count();

  await openToMend(page, language);
  const told = page.getByLabel(t("told.who"));
  const teller = (await told.locator("option:checked").textContent()) ?? "";
  const others = chosen.filter({ hasNotText: teller });
  await picture("to-take-out");
  // The programme and the office can be taken out as well; she is the last of the members.
  const group = page.locator("div:has(> select)").filter({ has: members });
  await group
    .getByRole("button", { name: t("remove") })
    .last()
    .click();
  await answered(walk, "UpdateMeeting", () => save(walk));
  await page.getByText(t("saved.present")).waitFor();
  await tally.comes("one fewer was there", async () => (await present.count()) === with2 - 1);
  tally.expect("the form is left", (await others.count()) === 0);
  await picture("taken-out");
}

/**
 * Two write at once: the second sees what the first wrote beside hers, and loses nothing.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function beOvertaken(walk) {
  const { page, context, language, tally, picture } = walk;
  const t = wordsOf(language);
  const { said, amended } = WRITTEN[language];
  const other = await context.newPage();
  await other.goto(page.url());
  await openToMend(other, language);
  await openToMend(page, language);
  await other.getByLabel(t("form.said"), { exact: true }).fill(amended);
  await other.getByRole("button", { name: t("save"), exact: true }).click();
  await other.getByText(t("saved.present")).waitFor();
  await other.close();

  const words = page.getByLabel(t("form.said"), { exact: true });
  const mine = `${said} ${said}`;
  await words.fill(mine);
  await save(walk);
  await page.getByText(t("mend.overtaken")).waitFor();
  tally.expect("hers stays in the field", (await words.inputValue()) === mine);
  const theirs = page.getByText(amended);
  await tally.comes("theirs stands beside it, in sight", () =>
    theirs.evaluate((box) => {
      const { top, bottom } = box.getBoundingClientRect();
      return top >= 0 && bottom <= window.innerHeight;
    }),
  );
  await picture("overtaken");
  await save(walk);
  await page.getByText(t("saved.present")).waitFor();
  await page.getByText(mine).waitFor();
  tally.expect("saved again it is hers", true);
}
