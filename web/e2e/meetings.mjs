import { goTo, pickOffice } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * The list of meetings: the last first, page after page, and narrowed.
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} meeting the address of a meeting of hers that was held lately
 */
export async function lookThroughMeetings(walk, meeting) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  await goTo(walk, "nav.meetings");
  const rows = main.locator("li:has(a[href^='/meetings/meeting_'])");
  const hers = main.locator(`a[href='${meeting}']`);
  const more = page.getByRole("button", { name: t("more") });
  await rows.first().waitFor();
  await picture("meetings");
  const shown = await rows.count();
  await more.click();
  await rows.nth(shown).waitFor();
  tally.expect("more of the meetings are shown below", (await rows.count()) > shown);

  await page.getByRole("radio", { name: t("meetings.mine") }).check();
  await tally.comes("narrowed to hers the list begins anew, with one page", async () => {
    const count = await rows.count();
    return count > 0 && count <= shown;
  });
  // Hers is of yesterday by now, and all that she told since stands before it.
  while ((await hers.count()) === 0) {
    const before = await rows.count();
    await more.click();
    await rows.nth(before).waitFor();
  }
  const office = (await hers.textContent()) ?? "";
  await findByWords(walk, office);
  await page.getByText(t("meetings.narrow")).click();
  await pickOffice(walk, office);
  await hers.waitFor();
  tally.expect("hers with that office are among them", await hers.isVisible());
  await page.getByLabel(t("meetings.to"), { exact: true }).fill("2020-01-31");
  await page.getByText(t("meetings.noneSuch")).waitFor();
  await picture("meetings-none");
  await page.getByLabel(t("meetings.from"), { exact: true }).fill("2021-01-01");
  await page.getByText(t("error.ENDS_BEFORE")).waitFor();
  tally.expect("a time that ends before it begins is marked", true);
  await page.getByLabel(t("meetings.from"), { exact: true }).fill("2020-01-01");
  await page.getByText(t("error.ENDS_BEFORE")).waitFor({ state: "detached" });

  await page.reload();
  await page.getByText(t("meetings.noneSuch")).waitFor();
  tally.expect(
    "what it is narrowed to outlives a reload",
    (await page.getByRole("radio", { name: t("meetings.mine") }).isChecked()) &&
      (await page.getByLabel(t("meetings.from"), { exact: true }).inputValue()) === "2020-01-01",
  );
}

/**
 * Looks among her meetings for words that none has, then for the name of an office.
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} office
 */
async function findByWords({ page, language, tally, picture }, office) {
  const t = wordsOf(language);
  const rows = page.getByRole("main").locator("li:has(a[href^='/meetings/meeting_'])");
  const search = page.getByLabel(t("meetings.search"), { exact: true });
  await search.fill("zzzz");
  await page.getByText(t("meetings.noneFound")).waitFor();
  tally.expect("words that no meeting has find none", (await rows.count()) === 0);
  await picture("meetings-none-found");
  await search.fill(office);
  await rows.first().waitFor();
  tally.expect(
    "the name of an office finds the meetings with it alone",
    (await rows.filter({ hasNotText: office }).count()) === 0,
  );
  await page.reload();
  await rows.first().waitFor();
  tally.expect("what she looks for outlives a reload", (await search.inputValue()) === office);
  await picture("meetings-found");
  await search.fill("");
}
