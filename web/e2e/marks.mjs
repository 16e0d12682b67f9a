import { isCovered } from "./edges.mjs";
import { openToMend } from "./mend.mjs";
import { begin, pickOffice, save, WRITTEN } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * A row that she adds stands above the way to save, and so does the choice of who reads.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function seeWhatIsAdded(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await begin(walk);
  for (const who of ["row.they", "row.i"]) {
    await page.getByRole("button", { name: t(who), exact: true }).click();
    const field = page.getByLabel(t(who), { exact: true });
    await field.waitFor();
    const lastDay = page
      .getByRole("radio", { name: t("due.date") })
      .last()
      .locator("xpath=..");
    await inSight(walk, `${who}: the field of a new row`, field);
    await inSight(walk, `${who}: the last of its days`, lastDay);
  }
  await picture("row-in-sight");
  await page
    .locator("summary")
    .filter({ hasText: t("sees.present") })
    .click();
  const edge = (/** @type {import("playwright-core").Locator} */ thing) =>
    thing.evaluate((element) => {
      const { top, bottom, width } = element.getBoundingClientRect();
      return { top, bottom, width };
    });
  const choice = await edge(page.getByRole("radiogroup", { name: t("sees.who") }));
  const button = await edge(page.getByRole("button", { name: t("save"), exact: true }));
  const said = await edge(page.getByLabel(t("form.said"), { exact: true }));
  tally.expect(
    "the choice of who reads does not touch the button",
    button.top >= choice.bottom + 8,
  );
  tally.expect("which is then as wide as the form", Math.abs(button.width - said.width) < 2);
  await picture("who-reads");
  // So that nothing of it is left unsaved.
  await pickOffice(walk, WRITTEN[language].office);
  await save(walk);
  await page.getByText(t("saved.present")).waitFor();
}

/**
 * What is wrong in a question of several, or with an office that is chosen, is marked, and she is
 * brought to where both the question and the mistake are read.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function seeWhatIsWrong(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await openToMend(page, language);
  await page.getByPlaceholder(t("picker.prompt")).fill("x".repeat(201));
  await page
    .getByRole("list", { name: t("picker.found") })
    .getByRole("button")
    .last()
    .click();
  await page.getByLabel(t("form.said"), { exact: true }).scrollIntoViewIfNeeded();
  await save(walk);
  const wrong = page.locator("li[aria-invalid=true]");
  await wrong.waitFor();
  await inSight(walk, "an office with too long a name", wrong.getByText(t("error.TOO_LONG")));
  await picture("office-marked");
  await wrong.getByRole("button", { name: t("remove") }).click();

  const url = "**/graphql";
  await page.route(url, (route) =>
    route.request().postData()?.includes("mutation UpdateMeeting")
      ? route.fulfill({ json: REFUSED })
      : route.fallback(),
  );
  const where = page.getByRole("group", { name: t("form.where") });
  await where.getByRole("radio", { name: t("mode.VIDEO") }).check();
  await page.getByRole("radiogroup", { name: t("tidy.words") }).scrollIntoViewIfNeeded();
  await save(walk);
  await where.getByText(t("error.INVALID")).waitFor();
  tally.expect("a question of several is marked", await where.evaluate(isMarked));
  await inSight(walk, "what is wrong with it", where.getByText(t("error.INVALID")));
  await inSight(walk, "its question", where.locator("legend"));
  await tally.comes("and she is brought there", () =>
    where.evaluate((set) => set.contains(document.activeElement)),
  );
  await picture("where-marked");
  await page.unroute(url);
  // As it was, so that nothing of it is left unsaved.
  await where.getByRole("radio", { name: t("mode.IN_PERSON") }).check();
}

const REFUSED = {
  data: {
    updateMeeting: {
      __typename: "MeetingPayload",
      meeting: null,
      userErrors: [{ __typename: "UserError", code: "INVALID", path: ["heldIn"], message: "" }],
    },
  },
};

/** @param {Element} element */
function isMarked(element) {
  return element.getAttribute("aria-invalid") === "true";
}

/**
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} what
 * @param {import("playwright-core").Locator} thing
 */
function inSight({ tally }, what, thing) {
  return tally.comes(`${what} is in sight`, async () => !(await isCovered(thing)));
}
