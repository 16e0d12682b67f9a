import { answered, untilQuiet, WRITTEN } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * On the card of an office at which nobody is named a coordinator says who holds the post, sets her
 * number right, says that she holds it no longer, and that she holds it again.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function nameWhoHoldsIt(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  await main.getByText(t("office.nobodyYet")).waitFor();
  await picture("nobody-yet");
  await addSomebodyNew(walk);

  const links = () =>
    main
      .locator("a[href^='tel:'], a[href^='https://wa.me/']")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  await tally.comes(
    "she can be called, and written to, by the number as it is dialled in Pakistan",
    async () => (await links()).join() === "tel:+923001234567,https://wa.me/923001234567",
  );
  await picture("holder");

  const sheet = page.getByRole("dialog");
  await main
    .getByRole("button", { name: t("mend.act") })
    .first()
    .click();
  const own = sheet.getByLabel(t("holder.number"), { exact: true }).first();
  await own.fill("0333-7654321");
  await picture("mend-holder");
  await answered(walk, "UpdatePerson", () =>
    sheet.getByRole("button", { name: t("save"), exact: true }).click(),
  );
  await sheet.waitFor({ state: "detached" });
  await main.locator("a[href='tel:+923337654321']").waitFor();
  tally.expect("her number is set right", true);

  await endThePost(walk);
  await addSomebodyKnown(walk);
}

/** @param {import("./steps.mjs").Walk} walk */
async function addSomebodyNew(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const { holder, post } = WRITTEN[language];
  await page.getByRole("button", { name: t("holder.add") }).click();
  const sheet = page.getByRole("dialog");
  const save = sheet.getByRole("button", { name: t("save"), exact: true });
  await save.click();
  await sheet.getByText(t("error.whoRequired")).waitFor();
  tally.expect(
    "without a name and a post nothing is sent, and it says where",
    await sheet.getByText(t("error.titleRequired")).isVisible(),
  );
  await picture("holder-missing");

  await sheet.getByRole("searchbox", { name: t("holder.who") }).fill(holder);
  const [before = "", after = ""] = t("holder.asNew").split("{text}");
  await sheet
    .getByRole("button")
    .filter({ hasText: (before || after).trim() })
    .click();
  await sheet.getByLabel(t(language === "ur" ? "holder.titleUr" : "holder.titleEn")).fill(post);
  const numbers = sheet.getByLabel(t("holder.number"), { exact: true });
  await numbers.fill("12");
  await answered(walk, "CreatePerson", () => save.click());
  await sheet.getByText(t("error.phone")).waitFor();
  tally.expect(
    "what is no number is marked where it stands",
    (await numbers.getAttribute("aria-invalid")) === "true",
  );
  await picture("holder-no-number");

  await numbers.fill("0300 1234567");
  await sheet.getByRole("button", { name: t("holder.addNumber") }).click();
  await numbers.nth(1).fill("0300 1234567");
  await sheet.getByLabel(t("holder.from"), { exact: true }).fill("2026-01-05");
  await picture("holder-form");
  await answered(walk, "AddPost", () => save.click());
  await sheet.waitFor({ state: "detached" });
  await page.getByRole("main").getByText(holder).waitFor();
  tally.expect("the card names who holds the post", true);
}

/** @param {import("./steps.mjs").Walk} walk */
async function endThePost(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await page
    .getByRole("main")
    .getByRole("button", { name: t("holder.end") })
    .click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText(t("holder.noUndo")).waitFor();
  const day = sheet.getByLabel(t("holder.lastDay"), { exact: true });
  const end = sheet.getByRole("button", { name: t("holder.end"), exact: true });
  await day.fill("2025-12-31");
  await answered(walk, "EndPost", () => end.click());
  await sheet.getByText(t("error.postEndsBefore")).waitFor();
  tally.expect(
    "a post that would end before it began is refused at its day",
    (await day.getAttribute("aria-invalid")) === "true",
  );
  await picture("end-post");
  await day.fill("2026-06-30");
  await answered(walk, "EndPost", () => end.click());
  await page.getByRole("main").getByText(t("office.nobodyYet")).waitFor();
  tally.expect("who holds it no longer is not on the card", true);
}

/** @param {import("./steps.mjs").Walk} walk */
async function addSomebodyKnown(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const { holder, post } = WRITTEN[language];
  await page.getByRole("button", { name: t("holder.add") }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("searchbox", { name: t("holder.who") }).fill(holder);
  const found = sheet.getByRole("list", { name: t("holder.found") }).getByRole("button");
  await found.filter({ hasText: holder }).nth(1).waitFor();
  await picture("holder-found");
  await found.first().click();
  await sheet.getByLabel(t(language === "ur" ? "holder.titleUr" : "holder.titleEn")).fill(post);
  await answered(walk, "AddPost", () =>
    sheet.getByRole("button", { name: t("save"), exact: true }).click(),
  );
  await page.getByRole("main").locator("a[href='tel:+923337654321']").waitFor();
  tally.expect("somebody of the record is named, with the numbers that are known", true);
}

/**
 * A member, too, says who holds a post; of somebody whom someone else added she is told who may.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function mayNotNameAnother(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  const add = (/** @type {string} */ key) => main.getByRole("button", { name: t(key) });
  tally.expect(
    "a member is not asked to say who holds a post no longer",
    (await add("holder.end").count()) === 0,
  );
  await add("holder.add").or(add("holder.addAnother")).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("searchbox", { name: t("holder.who") }).fill(WRITTEN[language].known);
  const found = sheet.getByRole("list", { name: t("holder.found") }).getByRole("button");
  await found.nth(1).waitFor();
  await found.first().click();
  await sheet
    .getByLabel(t(language === "ur" ? "holder.titleUr" : "holder.titleEn"))
    .fill(WRITTEN[language].post);
  await answered(walk, "AddPost", () =>
    sheet.getByRole("button", { name: t("save"), exact: true }).click(),
  );
  await sheet.getByText(t("error.personForbidden")).waitFor();
  tally.expect("whoever is in the record already is named by the coordinator", true);
  await picture("holder-not-hers");
  await sheet.getByRole("button", { name: t("close") }).click();
}

/**
 * On the page of a promise: another holds the office that made it, and the promise waits until she
 * stands by it. Said by slip, that is taken back.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function anotherHoldsIt(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  const promise = page.url();
  await main.locator("header a[href^='/offices/']").first().click();
  await main
    .getByRole("button", { name: t("holder.change"), exact: true })
    .first()
    .click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText(t("holder.changeHint")).waitFor();
  const title = sheet.getByLabel(t(language === "ur" ? "holder.titleUr" : "holder.titleEn"));
  tally.expect("she is what the one before was", (await title.inputValue()) !== "");
  const name = `${WRITTEN[language].holder} ${Date.now() % 10_000}`;
  await sheet.getByRole("searchbox", { name: t("holder.who") }).fill(name);
  const [before = "", after = ""] = t("holder.asNew").split("{text}");
  await sheet
    .getByRole("button")
    .filter({ hasText: (before || after).trim() })
    .click();
  await picture("change-holder");
  await answered(walk, "ChangeHolder", () =>
    sheet.getByRole("button", { name: t("save"), exact: true }).click(),
  );
  await sheet.waitFor({ state: "detached" });
  await main.getByText(name).waitFor();
  tally.expect("the card names the new holder", true);

  await page.goto(promise);
  const stands = page.getByRole("button", { name: t("reconfirm.act"), exact: true });
  await stands.waitFor();
  tally.expect(
    "the office owes it still",
    (await main.locator("header a[href^='/offices/']").count()) > 0,
  );
  await picture("to-reconfirm");
  await untilQuiet(page);
  await sayTheyStandByIt(walk);
  await page.getByText(t("reconfirm.done")).waitFor();
  await stands.waitFor({ state: "detached" });
  const said = main.locator("ol > li").last();
  tally.expect(
    "with what the new holder said, and by what it is known",
    ((await said.textContent()) ?? "").includes(WRITTEN[language].stands) &&
      ((await said.textContent()) ?? "").includes(t("evidence.TOLD")),
  );
  await picture("reconfirmed");
  await answered(walk, "UndoCommitmentStep", () =>
    page.getByRole("button", { name: t("undo"), exact: true }).click(),
  );
  await stands.waitFor();
  tally.expect("a tap by slip is taken back", true);
  await page.goto(new URL("/promises?show=toReconfirm", promise).href);
  const path = new URL(promise).pathname;
  await main.locator(`a[href='${path}']`).waitFor();
  tally.expect("what waits for a new holder is listed", true);
  await picture("promises-toReconfirm");
  await page.goto(promise);
}

/**
 * Says on which day the new holder stood by it, how, and by what it is known.
 * @param {import("./steps.mjs").Walk} walk
 */
async function sayTheyStandByIt(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await page.getByRole("button", { name: t("reconfirm.act"), exact: true }).click();
  const sheet = page.getByRole("dialog");
  const day = sheet.getByLabel(t("reconfirm.on"), { exact: true });
  const today = await day.inputValue();
  await day.fill("2020-01-01");
  const save = sheet.getByRole("button", { name: t("save"), exact: true });
  await save.click();
  await sheet.getByText(t("reconfirm.beforeHolder")).waitFor();
  tally.expect(
    "nobody new stands by it before she came",
    (await day.getAttribute("aria-invalid")) === "true",
  );
  await day.fill(today);
  await sheet.getByLabel(t("reconfirm.note"), { exact: true }).fill(WRITTEN[language].stands);
  await sheet.locator("summary").click();
  await sheet.getByRole("radio", { name: t("evidence.TOLD"), exact: true }).check();
  await picture("reconfirm");
  await answered(walk, "ReconfirmCommitment", () => save.click());
  await sheet.waitFor({ state: "detached" });
}
