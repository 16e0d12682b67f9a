import { begin, goTo, seeTheTasks, WRITTEN } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * Without a network: a reload opens the page, with her tasks, the card of an office that she has
 * read, and the names of all offices; and it is told how old that is.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function readWithoutNetwork(walk) {
  const { page, context, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  const [asOf = ""] = t("away.asOf").split("{");
  const away = page.getByRole("status").getByText(asOf.trim());
  await goTo(walk, "nav.offices");
  await page.getByLabel(t("offices.search")).fill(WRITTEN[language].office);
  await main.getByRole("listitem").getByRole("link").first().waitFor();
  const card =
    (await main.getByRole("listitem").getByRole("link").first().getAttribute("href")) ?? "";
  await page.goto(card);
  await page.getByRole("heading", { name: t("office.tasks") }).waitFor();
  const name = await page.getByRole("heading", { level: 1 }).textContent();
  await goTo(walk, "nav.home");
  await seeTheTasks(walk);
  await allIsKept(page);

  await context.setOffline(true);
  await page.reload();
  await seeTheTasks(walk);
  await away.waitFor();
  tally.expect("a reload without a network opens her tasks, and says how old they are", true);
  await picture("offline-home");

  await page.goto(card);
  await page.getByRole("heading", { name: t("office.tasks") }).waitFor();
  tally.expect(
    "so it does the card of an office",
    (await page.getByRole("heading", { level: 1 }).textContent()) === name,
  );
  await away.waitFor();
  await picture("offline-card");

  await goTo(walk, "nav.offices");
  await page.getByLabel(t("offices.search")).fill(WRITTEN[language].match);
  await main
    .getByRole("link")
    .filter({ hasText: "Zhob" })
    .or(main.getByRole("link").filter({ hasText: "ژوب" }))
    .first()
    .waitFor();
  await away.waitFor();
  tally.expect("offices are found among those that are kept", true);
  await picture("offline-offices");

  await page.goto("/meetings/new");
  await page.getByPlaceholder(t("picker.prompt")).fill(WRITTEN[language].match);
  const found = page.getByRole("list", { name: t("picker.found") }).getByRole("button");
  await found.nth(1).waitFor();
  tally.expect("so they are in the form", (await found.count()) > 1);
  await picture("offline-form");
  await page.getByPlaceholder(t("picker.prompt")).fill("");

  await context.setOffline(false);
  await goTo(walk, "nav.home");
  await away.waitFor({ state: "detached" });
  tally.expect("with the network back nothing is told of as old", true);
}

/**
 * Right after she saved something she drives to where there is no network: what was kept is still
 * there, on the page that lies open as after a reload.
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} card where the office is that she met
 */
export async function driveOff(walk, card) {
  const { page, context, language, tally } = walk;
  const t = wordsOf(language);
  const tasks = page.getByRole("heading", { name: t("office.tasks") });
  await context.setOffline(true);

  for (const opens of [() => goTo(walk, "nav.home"), () => page.goto("/")]) {
    await opens();
    await seeTheTasks(walk);
    tally.expect("her tasks are there after she saved", true);
    await page.getByRole("main").locator(`a[href="${card}"]`).first().click();
    await tasks.waitFor();
    tally.expect("so is the card of the office that she met", true);
    await begin(walk);
    await page.getByPlaceholder(t("picker.prompt")).fill(WRITTEN[language].match);
    const found = page.getByRole("list", { name: t("picker.found") }).getByRole("button");
    await found.nth(1).waitFor();
    tally.expect("and so are the names of all offices", true);
    await page.getByPlaceholder(t("picker.prompt")).fill("");
  }

  // That nothing is written any more is on the machine a moment after.
  await goTo(walk, "nav.home");
  await seeTheTasks(walk);
  await context.setOffline(false);
}

/**
 * Waits until the worker keeps the page and what is read ahead lies on the machine.
 * @param {import("playwright-core").Page} page
 */
export async function allIsKept(page) {
  await page.waitForFunction(async () => {
    const worker = await navigator.serviceWorker.getRegistration();
    return Boolean(worker?.active);
  });
  await page.waitForFunction(async () => {
    /** @type {IDBDatabase} */
    const db = await new Promise((resolve) => {
      const request = indexedDB.open("rabta.read");
      request.onsuccess = () => resolve(request.result);
    });
    /** @type {IDBValidKey[]} */
    const reads = await new Promise((resolve) => {
      const request = db.transaction("reads").objectStore("reads").getAllKeys();
      request.onsuccess = () => resolve(request.result);
    });
    db.close();
    // Her tasks, all offices, members, districts, and some cards.
    return reads.filter((key) => typeof key === "number").length >= 12;
  });
}
