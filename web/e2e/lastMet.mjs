import { goTo } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/** @param {string} sentence */
const beginning = (sentence) => (sentence.split("{day}")[0] ?? "").trim();

/**
 * Who was only seen at an event is nowhere said to be met, and whoever sent nobody to a meeting has it
 * said why that does not count.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function seeWhoIsNotMet(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await page.goto("/whom-we-met?show=presentOnly");
  await page.getByText(t("coverage.totalOnce")).waitFor();
  tally.expect("beside the total it says why the lines add up to more", true);
  const sheet = page.getByRole("dialog");
  const rows = sheet.locator("li:has(a[href^='/offices/'])");
  await rows.first().waitFor();
  const said = await rows.allTextContents();
  const [, seen = ""] = t("office.seenOn").split("{day}");
  const word = beginning(t("office.seenOn")) + seen;
  tally.expect(
    "who was at an event only is said to have been seen there, not met",
    said.every((row) => word.split(/\s+/).every((part) => row.includes(part))) &&
      !said.some((row) => row.includes(`${beginning(t("office.lastMetOn"))} `)),
    said.join("\n"),
  );
  await picture("at-an-event-only");
  await rows.first().getByRole("link").first().click();
  await page.getByRole("heading", { name: t("office.tasks") }).waitFor();
  tally.expect(
    "and its card says the same, also of the meeting itself",
    (await page.getByRole("main").getByText(t("meetingKind.PUBLIC_EVENT")).count()) > 0,
  );
  await picture("seen-at-an-event");

  await goTo(walk, "nav.offices");
  await page.getByLabel(t("offices.search")).fill("Market Traders");
  await page.getByRole("main").getByRole("link").filter({ hasText: "Market Traders" }).click();
  await page.getByText(t("office.noneCame")).waitFor();
  tally.expect("a meeting to which nobody came is explained", true);
  await picture("nobody-came");
}
