import { leftInTheBrowser } from "./left.mjs";
import { begin, goTo, save, signInAgain, WRITTEN } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * Signing out with something that lies on this machine alone: staying, keeping it, deleting it.
 * @param {import("./steps.mjs").Walk} walk
 * @param {import("./program.mjs").User} user
 */
export async function signOutWithUnsent(walk, user) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  // A portal in between answers in the server's place.
  await page.route("**/graphql", (route) =>
    route.request().postData()?.includes("mutation LogMeeting")
      ? route.fulfill({ contentType: "text/html", body: "<html>Welcome to the hotel</html>" })
      : route.continue(),
  );
  await begin(walk);
  await page.getByPlaceholder(t("picker.prompt")).fill(WRITTEN[language].text);
  await page.getByLabel(t("form.said"), { exact: true }).fill(WRITTEN[language].said);
  await save(walk);
  await page.getByText(t("unsent.unsure")).waitFor();
  tally.expect("a portal's page is not taken for an answer", true);
  await page.getByRole("link", { name: t("saved.another") }).click();
  await page.getByPlaceholder(t("picker.prompt")).fill(WRITTEN[language].match);

  await goTo(walk, "nav.me");
  const signOut = page.getByRole("main").getByRole("button", { name: t("signOut") });
  const sheet = page.getByRole("dialog");
  await signOut.click();
  await sheet.getByRole("listitem").nth(1).waitFor();
  await picture("before-sign-out");
  await sheet.getByRole("button", { name: t("leave.stay") }).click();
  await sheet.waitFor({ state: "detached" });
  tally.expect("she may stay", await signOut.isVisible());

  await signOut.click();
  await sheet.getByRole("button", { name: t("leave.keep") }).click();
  await signInAgain(walk, user);
  await goTo(walk, "nav.home");
  await page.getByRole("heading", { name: t("home.waiting") }).waitFor();
  tally.expect(
    "what she left here is there when she signs in again",
    await page.getByRole("link", { name: t("home.goOn") }).isVisible(),
  );
  await picture("home-all");

  await goTo(walk, "nav.me");
  await signOut.click();
  await waitForALateAnswer(walk, () =>
    sheet.getByRole("button", { name: t("leave.delete") }).click(),
  );
  await tally.comes("nothing of hers stays in the browser", () => isLeftEmpty(page));
  await signInAgain(walk, user);
  await goTo(walk, "nav.home");
  await page.getByRole("heading", { level: 1, name: t("home.title") }).waitFor();
  tally.expect(
    "and nothing of it comes back",
    (await page.getByRole("heading", { name: t("home.waiting") }).count()) === 0,
  );
  await page.unroute("**/graphql");
  await signOutWhileItIsSent(walk);
  await signOutUnread(walk, user);
  await loseTheAnswer(walk, user);
  await closeBeforeAllIsDeleted(walk, user);
}

/**
 * The answer to signing out comes late, and after what is asked meanwhile was answered to nobody. Until
 * it has come there is no way back from the sheet.
 * @param {import("./steps.mjs").Walk} walk
 * @param {() => Promise<unknown>} act
 */
async function waitForALateAnswer(walk, act) {
  const { page, context, language, tally, picture } = walk;
  const t = wordsOf(language);
  const sheet = page.getByRole("dialog");
  let late = 0;
  // Of the browser, as a worker may ask in the place of its page.
  await context.route("**/sign-out", async (route) => {
    const response = await route.fetch();
    const asked = page.waitForResponse((one) => one.url().endsWith("/graphql"));
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await asked;
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await tally.comes("while she is signed out she cannot leave the sheet", async () => {
      const ways = await sheet.getByRole("button").all();
      const live = await Promise.all(ways.map((way) => way.isEnabled()));
      return live.length > 1 && !live.includes(true);
    });
    await picture("signing-out");
    late += 1;
    await route.fulfill({ response });
  });
  await act();
  await page.getByRole("heading", { name: t("signIn.title") }).waitFor();
  tally.expect("the answer came late", late === 1, String(late));
  await context.unroute("**/sign-out");
}

/** @param {import("playwright-core").Page} page */
async function isLeftEmpty(page) {
  return (await leftInTheBrowser(page)) === "{}";
}

/**
 * Begins a meeting, and goes on to sign out and delete it.
 * @param {import("./steps.mjs").Walk} walk
 */
async function beginAndDelete(walk) {
  const { page, language } = walk;
  const t = wordsOf(language);
  await begin(walk);
  await page.getByPlaceholder(t("picker.prompt")).fill(WRITTEN[language].match);
  await goTo(walk, "nav.me");
  await page
    .getByRole("main")
    .getByRole("button", { name: t("signOut") })
    .click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("leave.delete") })
    .click();
}

/**
 * The server ended the session and its answer is lost, with the network: that is not told as failed,
 * and what she wanted deleted is deleted once it is known.
 * @param {import("./steps.mjs").Walk} walk
 * @param {import("./program.mjs").User} user
 */
async function loseTheAnswer(walk, user) {
  const { page, context, language, tally, picture } = walk;
  const t = wordsOf(language);
  let lost = 0;
  let isGone = false;
  /** @type {Set<Promise<unknown>>} */
  const asked = new Set();
  await context.route("**/graphql", async (route) => {
    if (isGone) return route.abort("internetdisconnected");
    const answer = route.fetch().then((response) => route.fulfill({ response }));
    asked.add(answer);
    await answer;
  });
  await context.route("**/sign-out", async (route) => {
    isGone = true;
    // What was asked before would tell her that she is out, were it answered after.
    await Promise.all(asked);
    await route.fetch();
    lost += 1;
    await route.abort("internetdisconnected");
  });
  await beginAndDelete(walk);
  const [unsure = ""] = t("signOut.unsure").split("{");
  await page.getByText(unsure.trim()).waitFor();
  await picture("sign-out-unsure");
  tally.expect("a lost answer leaves it open whether she is signed out", lost === 1, String(lost));
  await context.unroute("**/sign-out");
  await context.unroute("**/graphql");
  await page.reload();
  await page.getByRole("heading", { name: t("signIn.title") }).waitFor();
  await tally.comes("and what she wanted deleted is deleted once it is known", () =>
    isLeftEmpty(page),
  );
  await signInAgain(walk, user);
}

/**
 * What she wrote cannot be deleted and she closes the page: what she read is gone all the same, and who
 * opens the page next without a network sees none of it.
 * @param {import("./steps.mjs").Walk} walk
 * @param {import("./program.mjs").User} user
 */
async function closeBeforeAllIsDeleted(walk, user) {
  const { page, context, language, tally, picture } = walk;
  const t = wordsOf(language);
  await page.evaluate(() => {
    IDBObjectStore.prototype.delete = () => {
      throw new DOMException("refused", "InvalidStateError");
    };
  });
  await beginAndDelete(walk);
  const [failed = ""] = t("leave.deleteFailed").split("{");
  await page.getByText(failed.trim()).waitFor();
  await picture("not-deleted");
  await context.setOffline(true);
  await page.goto("/");
  await page.getByRole("alert").waitFor();
  await tally.comes("nobody finds anything of hers after her, without a network", () =>
    isLeftEmpty(page),
  );
  await context.setOffline(false);
  await page.reload();
  await signInAgain(walk, user);
}

/**
 * What goes out while she is asked what shall become of it is not asked about any more.
 * @param {import("./steps.mjs").Walk} walk
 */
async function signOutWhileItIsSent(walk) {
  const { page, context, language, tally, picture } = walk;
  const t = wordsOf(language);
  await begin(walk);
  await page.getByPlaceholder(t("picker.prompt")).fill(WRITTEN[language].text);
  await context.setOffline(true);
  await save(walk);
  await page.getByText(t("unsent.offline")).waitFor();
  await goTo(walk, "nav.me");
  await page
    .getByRole("main")
    .getByRole("button", { name: t("signOut") })
    .click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("listitem").waitFor();
  await context.setOffline(false);
  await sheet.getByRole("listitem").waitFor({ state: "detached" });
  await picture("before-sign-out-sent");
  tally.expect(
    "what went out beneath the sheet is taken from it",
    (await sheet.getByRole("button", { name: t("leave.delete") }).count()) === 0,
  );
  await sheet.getByRole("button", { name: t("leave.stay") }).click();
}

/**
 * Where the browser does not open what lies there she is asked as well, and nothing is deleted.
 * @param {import("./steps.mjs").Walk} walk
 * @param {import("./program.mjs").User} user
 */
async function signOutUnread(walk, user) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await page.evaluate(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("refused", "SecurityError");
    };
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException("gone", "InvalidStateError");
    };
  });
  await goTo(walk, "nav.me");
  await page
    .getByRole("main")
    .getByRole("button", { name: t("signOut") })
    .click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: t("leave.asIs") }).waitFor();
  await picture("before-sign-out-unread");
  tally.expect(
    "what was not read is not offered for deletion",
    (await sheet.getByRole("button", { name: t("leave.delete") }).count()) === 0,
  );
  await sheet.getByRole("button", { name: t("leave.asIs") }).click();
  await page.getByRole("heading", { name: t("signIn.title") }).waitFor();
  await page.reload();
  await signInAgain(walk, user);
}
