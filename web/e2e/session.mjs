import { findInSheet, WRITTEN } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * Opens the records behind the figure of all meetings.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function openAllMeetings({ page, language }) {
  const t = wordsOf(language);
  const name = `${t("coverage.total")}: ${t("figure.meetingsHeld")}`;
  await page.getByRole("button", { name }).click();
}

/**
 * From "whom we met" to the session of June 2025, which has decisions and promises.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function openTheSession(walk) {
  const { page, language, tally } = walk;
  const t = wordsOf(language);
  const sheet = page.getByRole("dialog");
  await page.getByRole("radio", { name: t("coverage.all") }).check();
  await page.waitForURL(/period=all/);
  await openAllMeetings(walk);
  const session = sheet.getByText(WRITTEN[language].session);
  tally.expect(
    "since the record began shows the session of June 2025",
    await findInSheet(walk, session),
  );
  const row = sheet.getByRole("listitem").filter({ hasText: WRITTEN[language].session });
  await row.first().getByRole("link").first().click();
  await page.getByRole("heading", { name: t("meeting.decisions") }).waitFor();
  tally.expect("the session has its decisions", true);
}
