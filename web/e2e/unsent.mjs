import { isCovered } from "./edges.mjs";
import { leftInTheBrowser } from "./left.mjs";
import { begin, goTo, save, sentAs, signInAgain, untilQuiet, WRITTEN } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * Two meetings saved without a network, one of them begun under an earlier version of the page, and
 * both sent from elsewhere once the network is back, with two tabs open.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function tellWithoutNetwork(walk) {
  const { page, context, language, tally, picture } = walk;
  const t = wordsOf(language);
  await begin(walk);
  await page.getByPlaceholder(t("picker.prompt")).fill(WRITTEN[language].text);
  await tally.comes("what she writes is on the machine in a moment", async () =>
    (await leftInTheBrowser(page)).includes(WRITTEN[language].text),
  );
  await keepAsEarlierVersionsDid(page);
  await page.reload();
  const itWasToday = page.getByRole("button", { name: t("form.itWasToday") });
  await itWasToday.waitFor();
  tally.expect(
    "a draft that an earlier version kept, of another day, is there and names that day",
    await page.locator("time[datetime='2025-06-02']").first().isVisible(),
  );
  const otherDay = page.getByRole("status").filter({ has: itWasToday });
  await tally.comes("and nothing covers it", async () => !(await isCovered(otherDay)));
  await picture("other-day");
  await itWasToday.click();
  await itWasToday.waitFor({ state: "detached" });

  const other = await context.newPage();
  await other.goto("/");
  await other.getByRole("heading", { level: 1, name: t("home.title") }).waitFor();
  await page.bringToFront();
  await context.setOffline(true);
  await leaveARowHalfWritten(walk);
  const words = [0, 1].map((index) => `${WRITTEN[language].said} (${Date.now()}-${index})`);
  await page.getByLabel(t("form.said"), { exact: true }).fill(words[0] ?? "");
  await save(walk);
  await page.getByText(t("unsent.offline")).waitFor();
  const waits = page.getByRole("status").filter({ hasText: t("unsent.offline") });
  await tally.comes(
    "without a network she is told that it waits here",
    async () => !(await isCovered(waits)),
  );
  await picture("waiting");
  await page.getByRole("button", { name: t("unsent.change") }).click();
  const said = page.getByLabel(t("form.said"), { exact: true });
  tally.expect("until it is sent she may change it", (await said.inputValue()) === words[0]);
  await save(walk);
  await page.getByText(t("unsent.offline")).waitFor();

  await goTo(walk, "nav.home");
  await page.getByRole("heading", { name: t("home.waiting") }).waitFor();
  await picture("home-waiting");
  await begin(walk);
  await page.getByPlaceholder(t("picker.prompt")).fill(WRITTEN[language].match);
  await page.getByLabel(t("form.said"), { exact: true }).fill(words[1] ?? "");
  await save(walk);
  await page.getByText(t("unsent.offline")).waitFor();

  await goTo(walk, "nav.coverage");
  // What she has read before may be there still; this she has not.
  await page.getByRole("radio", { name: t("coverage.all") }).check();
  const failure = page.getByText(t("read.failed"));
  await failure.waitFor();
  await goTo(walk, "nav.home");
  const waiting = page.getByText(t("unsent.offline"));
  await tally.comes("both wait on her home", async () => (await waiting.count()) === 2);
  await picture("home-two-waiting");
  await page.goBack();
  await failure.waitFor();

  const posted = sentAs(context, "LogMeeting");
  await context.setOffline(false);
  await failure.waitFor({ state: "detached" });
  tally.expect("what could not be read is read by itself when the network is back", true);
  const [sent = ""] = t("unsent.sent").split("{");
  const news = page.getByRole("status").filter({ hasText: sent }).getByRole("link");
  await news.nth(1).waitFor();
  tally.expect("elsewhere she is told what went out, each with the way to it", true);
  await picture("sent");
  await goTo(walk, "nav.home");
  await page.getByRole("heading", { name: t("home.waiting") }).waitFor({ state: "detached" });
  tally.expect("two tabs send each of them once", posted.count === 2, String(posted.count));
  tally.expect("both are in the record, each once", await areOnceInTheRecord(page, words));
  await other.close();
}

/**
 * @param {import("./steps.mjs").Walk} walk
 * @param {import("./program.mjs").User} user
 */
export async function tellAfterTheSessionEnded(walk, user) {
  const { page, context, language, tally, picture } = walk;
  const t = wordsOf(language);
  await begin(walk);
  await page.getByPlaceholder(t("picker.prompt")).fill(WRITTEN[language].text);
  // Nothing else may find out that the session has ended before she saves.
  await page
    .getByRole("list", { name: t("picker.found") })
    .getByRole("button")
    .first()
    .waitFor();
  await page.getByLabel(t("form.said"), { exact: true }).fill(WRITTEN[language].said);
  await untilQuiet(page);
  await context.clearCookies();
  await save(walk);
  await page.getByText(t("signIn.ended")).waitFor();
  await picture("session-ended");
  const left = await leftInTheBrowser(page);
  tally.expect(
    "what she has read is gone with the session, what she has not sent is not",
    !left.includes("rabta.read.") && left.includes("rabta.unsent"),
    left,
  );
  await signInAgain(walk, user);
  await page.getByText(t("saved.present")).waitFor();
  tally.expect(
    "what she saved when the session had ended goes out after signing in again",
    await page.getByText(WRITTEN[language].said).first().isVisible(),
  );
}

/**
 * What only the server finds wrong comes back into the form; it can be mended, or thrown away and had
 * back.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function mendWhatWasRefused(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await begin(walk);
  await page.getByPlaceholder(t("picker.prompt")).fill(WRITTEN[language].text);
  const said = page.getByLabel(t("form.said"), { exact: true });
  await said.fill(`${WRITTEN[language].said} `.repeat(300));
  await save(walk);
  await page.getByText(t("error.TOO_LONG")).waitFor();
  tally.expect(
    "what the server refused is open in the form, at the field with the error",
    (await said.getAttribute("aria-invalid")) === "true" &&
      (await said.evaluate((field) => field === document.activeElement)),
  );
  await picture("refused");
  await goTo(walk, "nav.home");
  await page.getByText(t("unsent.mend")).waitFor();
  await picture("home-to-mend");

  const waiting = page.getByRole("heading", { name: t("home.waiting") });
  const open = page.getByRole("main").getByRole("link", { name: WRITTEN[language].text }).first();
  await open.click();
  await page.getByRole("button", { name: t("unsent.throwAway") }).click();
  await page.getByText(t("unsent.thrownAway")).waitFor();
  tally.expect("thrown away it is gone", (await waiting.count()) === 0);
  await page.getByRole("button", { name: t("undo") }).click();
  await waiting.waitFor();
  await open.click();
  await said.fill(WRITTEN[language].said);
  tally.expect(
    "what she has put right is not called wrong any more",
    (await page.getByText(t("error.TOO_LONG")).count()) === 0,
  );
  await save(walk);
  await page.getByText(t("saved.present")).waitFor();
  tally.expect(
    "mended it is saved",
    await page.getByText(WRITTEN[language].said).first().isVisible(),
  );
}

/**
 * What the server never takes as it is comes back too, with the way to look whether it is there.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function lookForWhatIsNeverTaken(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const answer = { errors: [{ message: "", extensions: { code: "BAD_REQUEST" } }] };
  await page.route("**/graphql", (route) =>
    route.request().postData()?.includes("mutation LogMeeting")
      ? route.fulfill({ json: answer })
      : route.continue(),
  );
  await begin(walk);
  await page.getByPlaceholder(t("picker.prompt")).fill(WRITTEN[language].text);
  await save(walk);
  await page.getByText(t("save.rejected")).waitFor();
  await picture("never-taken");
  await page.getByRole("link", { name: t("save.look") }).click();
  await page.getByText(t("absent.title")).waitFor();
  tally.expect("she can look whether the record has what it never takes", true);
  await page.unroute("**/graphql");

  await goTo(walk, "nav.home");
  await page.getByText(t("unsent.rejected")).waitFor();
  await picture("home-never-taken");
  await page.getByRole("main").getByRole("link", { name: WRITTEN[language].text }).first().click();
  await page.getByLabel(t("form.said"), { exact: true }).fill(WRITTEN[language].said);
  await save(walk);
  await page.getByText(t("saved.present")).waitFor();
  tally.expect("changed and saved again it is taken", true);
}

/** @param {import("./steps.mjs").Walk} walk */
async function leaveARowHalfWritten(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await page.getByRole("button", { name: t("row.we"), exact: true }).click();
  await page.getByRole("button", { name: t("row.i"), exact: true }).click();
  await page
    .getByRole("radio", { name: t("due.friday") })
    .last()
    .check();
  await page.getByRole("radio", { name: t("form.anotherDay") }).check();
  await page.getByLabel(t("form.day")).fill("2099-01-01");
  await save(walk);
  await page.getByText(t("error.ROW_EMPTY")).waitFor();
  tally.expect(
    "a row with a day and no words is marked, an untouched one is not",
    (await page.getByText(t("error.ROW_EMPTY")).count()) === 1,
  );
  tally.expect("so is a day to come", await page.getByText(t("error.TO_COME")).isVisible());
  await picture("marked");
  await page
    .getByRole("button", { name: t("remove") })
    .last()
    .click();
  await page.getByRole("radio", { name: t("form.now") }).check();
}

/**
 * Puts what is being written where an earlier version of the page kept it, as of another day.
 * @param {import("playwright-core").Page} page
 */
async function keepAsEarlierVersionsDid(page) {
  await page.evaluate(async () => {
    /** @template Result @param {IDBRequest<Result>} request @returns {Promise<Result>} */
    const answer = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await answer(indexedDB.open("rabta"));
    const store = db.transaction("unsent", "readwrite").objectStore("unsent");
    const [row] = await answer(store.getAll());
    await answer(store.delete(row.id));
    db.close();
    const old = { ...row.draft, whenOn: "2025-06-02", pressedAs: null };
    localStorage.setItem(`rabta.meeting-draft.2.${row.userId}`, JSON.stringify(old));
  });
}

/**
 * @param {import("playwright-core").Page} page
 * @param {readonly string[]} words
 */
async function areOnceInTheRecord(page, words) {
  return page.evaluate(async (words) => {
    const query = `{ meetings(first: 20, orderBy: { field: RECORDED_AT, direction: DESC }) {
      nodes { said { text } } } }`;
    const answer = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const { data } = await answer.json();
    /** @type {(string | undefined)[]} */
    const said = data.meetings.nodes.map(
      (/** @type {{ said: { text: string } | null }} */ meeting) => meeting.said?.text,
    );
    return words.every((word) => said.filter((text) => text === word).length === 1);
  }, words);
}
