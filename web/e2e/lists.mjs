import { answered, goTo } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

// Of a time that no figure of the walk is about, so that what is counted stays as it is.
const FROM = "2031-01-01";
const TO = "2031-06-30";
const NAMES = { en: "Whom to meet in 2031", ur: "سنہ 2031 میں کس سے ملنا ہے" };

/**
 * From whom we met to the list by which it is counted; a list is made, set right, approved, shown to
 * donors and ended.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function makeAList(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  await goTo(walk, "nav.coverage");
  await lookWhomTheListLeavesOut(walk);
  await page.getByRole("radio", { name: t("coverage.all"), exact: true }).check();
  await main.getByText(t("coverage.noList")).waitFor();
  tally.expect("without a list it says that whoever is active counts", true);

  await main.getByRole("link", { name: t("lists.title"), exact: true }).click();
  await main.getByRole("listitem").first().waitFor();
  await picture("lists");
  await main.getByRole("link", { name: t("list.new"), exact: true }).click();
  await writeAList(walk);
  await approveIt(walk);
}

/** @param {import("./steps.mjs").Walk} walk */
async function lookWhomTheListLeavesOut({ page, language, tally, picture }) {
  const t = wordsOf(language);
  const main = page.getByRole("main");
  const byList = t("coverage.byList").split("{")[0] ?? "";
  await main.getByText(byList).waitFor();
  tally.expect("it says by which list it is counted", true);
  const sheet = page.getByRole("dialog");
  const total = t("coverage.total");
  const opened = {
    "figure.unplanned": "coverage.note.unplanned",
    "figure.peopleMet": "coverage.note.people",
    "figure.headcount": "coverage.note.people",
  };
  for (const [figure, note] of Object.entries(opened)) {
    await main.getByRole("button", { name: new RegExp(`^${total}: ${t(figure)}: [1-9]`) }).click();
    await sheet.getByText(t(note)).waitFor();
    await sheet.getByRole("listitem").nth(1).waitFor();
    await picture(figure);
    await sheet.getByRole("button", { name: t("close") }).click();
    await sheet.waitFor({ state: "detached" });
  }
  tally.expect("whom no list names, people and heads open what is behind them", true);
}

/**
 * It begins with all offices; what is wrong is said where it stands.
 * @param {import("./steps.mjs").Walk} walk
 */
async function writeAList(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  const number = async () => Number(/\d+/.exec((await count.textContent()) ?? "")?.[0]);
  const count = main.getByRole("status").filter({ hasText: t("list.names").split("{")[0] ?? "" });
  await count.waitFor();
  const all = await number();
  tally.expect("the list begins with all offices", all > 100, String(all));
  await picture("list-new");

  await main
    .getByRole("button", { name: t("list.leaveAll").replace("{count}", String(all)) })
    .click();
  await main.getByLabel(t("list.from"), { exact: true }).fill(FROM);
  await main.getByLabel(t("list.to"), { exact: true }).fill("2030-12-31");
  await main.getByRole("button", { name: t("list.save"), exact: true }).click();
  for (const wrong of ["error.nameRequired", "error.ENDS_BEFORE", "listError.nobody"]) {
    await main.getByText(t(wrong)).waitFor();
  }
  tally.expect("what is wrong with it is said at once", true);
  await picture("list-wrong");

  await main.getByLabel(t(`list.${language}`), { exact: true }).fill(NAMES[language]);
  await main.getByLabel(t("list.to"), { exact: true }).fill(TO);
  await main.getByLabel(t("offices.category"), { exact: true }).selectOption("NADRA");
  const these = new RegExp(`^${t("list.takeThese").replace("{count}", "\\d+")}$`);
  await main.getByRole("button", { name: these }).click();
  const ofKind = await number();
  tally.expect("all of a kind are taken at once", ofKind > 1 && ofKind < all, String(ofKind));
  await main.getByRole("checkbox").first().uncheck();
  await main.getByLabel(t("offices.category"), { exact: true }).selectOption("");
  tally.expect("and one of them is left out", (await number()) === ofKind - 1);
  await picture("list-written");
  await answered(walk, "CreateTargetList", () =>
    main.getByRole("button", { name: t("list.save"), exact: true }).click(),
  );
  await main.getByText(t("list.isOpen"), { exact: true }).waitFor();
  tally.expect("it names as many as were ticked", (await number()) === ofKind - 1);

  await main.getByLabel(t("offices.category"), { exact: true }).selectOption("ECP");
  await main.getByRole("checkbox").first().check();
  const approve = main.getByRole("button", { name: t("list.approve"), exact: true });
  tally.expect("what is not saved is not approved", await approve.isDisabled());
  await answered(walk, "UpdateTargetList", () =>
    main.getByRole("button", { name: t("list.save"), exact: true }).click(),
  );
  await tally.comes("it is set right until it is approved", () => approve.isEnabled());
}

/**
 * What the approval means stands beside its button; afterwards who sees it is set, and it is ended.
 * @param {import("./steps.mjs").Walk} walk
 */
async function approveIt(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  await main.getByText(t("list.freezes")).waitFor();
  await picture("list-to-approve");
  await answered(walk, "ApproveTargetList", () =>
    main.getByRole("button", { name: t("list.approve"), exact: true }).click(),
  );
  await main.getByText(t("list.approvedOn").split("{")[0] ?? "").waitFor();
  await tally.comes(
    "approved, it can be changed no more",
    async () => (await main.getByRole("checkbox").count()) === 0,
  );
  const shown = main.getByRole("radio", { name: t("audience.PARTNERS"), exact: true });
  await answered(walk, "UpdateTargetList", () => shown.check());
  await tally.comes("and donors may be let see it", () => shown.isChecked());
  await picture("list-approved");
  await answered(walk, "Archive", () =>
    main.getByRole("button", { name: t("list.takeAway"), exact: true }).click(),
  );
  await main.getByText(t("list.awaySince").split("{")[0] ?? "").waitFor();
  tally.expect("it is ended and says so", true);
  await picture("list-ended");
}
