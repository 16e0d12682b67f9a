import { answered, save } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * On the page of a promise: an amount is written as people say it, stands on the ladder, and is taken
 * out again, for who walks here next.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function putAnAmount(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  const changed = main.locator("details").last().locator("summary");
  const before = await changed.textContent();
  await main.getByRole("button", { name: t("amount.add"), exact: true }).click();
  const sheet = page.getByRole("dialog");
  const amount = sheet.getByLabel(t("amount.howMuch"), { exact: true });
  await sheet.getByLabel(t("amount.rung"), { exact: true }).selectOption("SAID");
  await sheet.getByLabel(t("amount.year"), { exact: true }).selectOption({ index: 2 });
  await amount.fill("a lot");
  await save(walk);
  await sheet.getByRole("alert").first().waitFor();
  tally.expect(
    "what is no amount is marked where it stands",
    (await amount.getAttribute("aria-invalid")) === "true",
  );
  await amount.fill(language === "ur" ? "1.5 کروڑ" : "1.5 crore");
  await picture("amount");
  tally.expect(
    "by what an amount is known is asked",
    await sheet.getByRole("radio", { name: t("evidence.NONE"), exact: true }).isVisible(),
  );
  const written = await amount.inputValue();
  await sheet.getByRole("button", { name: t("close") }).click();
  await sheet.waitFor({ state: "detached" });
  await main.getByRole("button", { name: t("amount.add"), exact: true }).click();
  tally.expect(
    "an amount that is not saved is still there when the sheet is opened again",
    (await amount.inputValue()) === written,
  );
  await answered(walk, "RecordAmount", () => save(walk));
  await sheet.waitFor({ state: "detached" });
  const rung = main.getByRole("listitem").filter({ hasText: "1,50,00,000" });
  await rung.first().waitFor();
  tally.expect("the amount stands on the ladder", true);
  await tally.comes(
    "how often it was changed is counted anew at once",
    async () => (await changed.textContent()) !== before,
  );
  await picture("promise-with-an-amount");
  const takeOut = async () => {
    await answered(walk, "RemoveAmount", () =>
      rung
        .last()
        .getByRole("button", { name: t("amount.remove"), exact: true })
        .click(),
    );
    await page.getByText(t("amount.removed")).waitFor();
  };
  await takeOut();
  await tally.comes("and is taken out again", async () => (await rung.count()) === 0);
  await answered(walk, "RecordAmount", () =>
    page.getByRole("button", { name: t("undo"), exact: true }).click(),
  );
  await tally.comes("undo puts it back", async () => (await rung.count()) === 1);
  await readWhatChanged(walk);
  await takeOut();
  await tally.comes("and it is out", async () => (await rung.count()) === 0);
}

/**
 * What was changed just now is in its history without a reload, in the words of the page.
 * @param {import("./steps.mjs").Walk} walk
 */
async function readWhatChanged(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const history = page.getByRole("main").locator("details").last();
  await history.locator("summary").click();
  const amount = history
    .locator("dd")
    .filter({ hasText: t("rung.SAID") })
    .first();
  await amount.waitFor();
  tally.expect(
    "an amount is money in its history, too",
    ((await amount.textContent()) ?? "").includes("1,50,00,000"),
  );
  await amount.scrollIntoViewIfNeeded();
  await picture("history-of-an-amount");
  await history.locator("summary").click();
}
