import { openToMend } from "./mend.mjs";
import { answered, save } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/** Who else was there, and what it was about, in either language. */
const REST = {
  en: {
    person: "Nida Khan (invented)",
    post: "Deputy Director",
    group: "students of the college",
    title: "Desks for women before the lists",
  },
  ur: {
    person: "ندا خان (فرضی)",
    post: "ڈپٹی ڈائریکٹر",
    group: "کالج کی طالبات",
    title: "فہرستوں سے پہلے خواتین کے ڈیسک",
  },
};

/**
 * Opens what is folded away.
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} key
 */
async function unfold({ page, language }, key) {
  await page
    .locator("summary")
    .filter({ hasText: wordsOf(language)(key) })
    .click();
}

/**
 * Writes on the form of a meeting that is logged how many were there without being named.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function writeAGroup(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await unfold(walk, "form.whoElse");
  await page.getByRole("button", { name: t("group.add"), exact: true }).click();
  const label = page.getByLabel(t("group.label"), { exact: true });
  await tally.comes("what she adds is where she writes next", () =>
    label.evaluate((field) => field === document.activeElement),
  );
  await label.fill(REST[language].group);
  await page.getByLabel(t("group.women"), { exact: true }).fill("12");
  await page.getByRole("button", { name: t("save"), exact: true }).click();
  await page.getByText(t("error.HEADCOUNT_MISSING")).waitFor();
  await picture("group-not-counted");
  await page.getByLabel(t("group.headcount"), { exact: true }).fill("20");
}

/**
 * The group stands on the meeting's page.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function seeTheGroup({ page, language, tally }) {
  const t = wordsOf(language);
  const facts = (await page.getByRole("main").locator("dl").first().textContent()) ?? "";
  tally.expect(
    "the group and how many of them are women is in the record",
    facts.includes(REST[language].group) &&
      facts.includes(t("group.of.women").replace("{count}", "12")),
    facts,
  );
}

/**
 * A coordinator says what a meeting was about and who else was there, all of it folded away before.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function tellTheRest(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const { person, post, group, title } = REST[language];
  await openToMend(page, language);
  const name = page.getByLabel(t("newcomer.name"), { exact: true });
  tally.expect("who else was there is folded away", (await name.count()) === 0);
  await unfold(walk, "form.whoElse");
  await page.getByRole("button", { name: t("newcomer.add"), exact: true }).click();
  await page.getByLabel(t("newcomer.title"), { exact: true }).fill(post);
  await page.getByRole("button", { name: t("group.add"), exact: true }).click();
  await page.getByLabel(t("group.label"), { exact: true }).fill(group);
  await page.getByLabel(t("group.headcount"), { exact: true }).fill("20");
  await page.getByLabel(t("group.women"), { exact: true }).fill("12");
  await page.getByLabel(t("group.men"), { exact: true }).fill("9");
  await unfold(walk, "form.whoElse");
  await save(walk);
  await page.getByText(t("error.PARTS_EXCEED")).waitFor();
  await tally.comes(
    "what is wrong in it unfolds it",
    async () => (await name.getAttribute("aria-invalid")) === "true" && (await name.isVisible()),
  );
  await picture("who-else-marked");
  await name.fill(person);
  await page.getByLabel(t("group.men"), { exact: true }).fill("8");
  await name.scrollIntoViewIfNeeded();
  await picture("who-else");

  await unfold(walk, "about.head");
  await page.getByLabel(t("about.title"), { exact: true }).fill(title);
  const topics = page.getByLabel(t("meeting.topics"), { exact: true });
  await topics.locator("option").nth(1).waitFor({ state: "attached" });
  const topic = (await topics.locator("option").nth(1).textContent()) ?? "";
  await topics.selectOption({ index: 1 });
  const districts = page.getByLabel(t("meeting.concerns"), { exact: true });
  const district = (await districts.locator("option").nth(2).textContent()) ?? "";
  await districts.selectOption({ index: 2 });
  await districts.scrollIntoViewIfNeeded();
  await picture("what-it-was-about");
  await unfold(walk, "form.whoElse");
  await unfold(walk, "about.head");
  await picture("folded");
  await answered(walk, "UpdateMeeting", () => save(walk));
  await page.getByText(t("saved.present")).waitFor();
  const shown = (await page.getByRole("main").textContent()) ?? "";
  for (const part of [person, group, title, topic, district]) {
    tally.expect(`the meeting has "${part}"`, part !== "" && shown.includes(part), shown);
  }
  await picture("the-rest");

  await openToMend(page, language);
  await unfold(walk, "form.whoElse");
  tally.expect(
    "and on the form she who was new is one of those who were there",
    (await name.count()) === 0 &&
      (await page.getByRole("listitem").filter({ hasText: person }).isVisible()),
  );
  await picture("who-else-recorded");
  await page.goBack();
}
