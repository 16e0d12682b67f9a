import { answered, save } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * On an office's card, for coordinators alone: where it stands, why it need not be met for a time, and
 * that it is to be met again.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function sayHowWeSeeThem(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  const sheet = page.getByRole("dialog");
  await main.getByRole("button", { name: t("standing.assess"), exact: true }).click();
  await save(walk);
  const wrong = sheet.locator("[aria-invalid=true]");
  await tally.comes("what is not chosen is marked", async () => (await wrong.count()) === 3);
  await sheet.getByRole("radio", { name: t("stance.CRITICAL"), exact: true }).check();
  for (const scale of [t("standing.influence"), t("standing.interest")]) {
    await sheet
      .getByRole("radiogroup", { name: scale })
      .getByRole("radio", { name: "4", exact: true })
      .check();
  }
  await picture("assess");
  await answered(walk, "AssessStakeholder", () => save(walk));
  await sheet.waitFor({ state: "detached" });
  await main.getByText(t("stance.CRITICAL"), { exact: true }).waitFor();
  tally.expect("where they stand is on the card", true);

  await main.getByRole("button", { name: t("standing.set"), exact: true }).click();
  await sheet.getByRole("radio", { name: t("standingReason.REFUSED"), exact: true }).check();
  await sheet.getByLabel(t("standing.until"), { exact: true }).fill("2030-01-31");
  await picture("reason");
  await answered(walk, "SetStandingReason", () => save(walk));
  await sheet.waitFor({ state: "detached" });
  await main.getByText(t("standingReason.REFUSED")).waitFor();
  await picture("standing");
  await answered(walk, "EndStandingReason", () =>
    main.getByRole("button", { name: t("standing.end"), exact: true }).click(),
  );
  await main.getByRole("button", { name: t("standing.set"), exact: true }).waitFor();
  tally.expect("and that they are to be met again", true);
}
