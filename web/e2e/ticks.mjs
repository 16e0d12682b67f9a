import { answered, goTo, seeTheTasks, sentAs, untilQuiet, WRITTEN } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * Ticks a task, takes the tick back, and finds it among those done.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function tickTheTask(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await goTo(walk, "nav.home");
  const box = page.getByRole("checkbox", { name: WRITTEN[language].task }).first();
  await box.check();
  tally.expect("a tap ticks the task", await box.isChecked());
  await picture("ticked");
  await answered(walk, "ReopenFollowUp", () =>
    page.getByRole("button", { name: t("undo") }).click(),
  );
  await tally.comes("undo takes the tick back", async () => !(await box.isChecked()));
  await answered(walk, "CompleteFollowUp", () => box.check());
  await answered(walk, "ReopenFollowUp", () => box.uncheck());
  await tally.comes(
    "unticked by hand, nothing is offered to be undone",
    async () => (await page.getByRole("button", { name: t("undo") }).count()) === 0,
  );

  const open = page.getByRole("checkbox", { name: WRITTEN[language].task, checked: false });
  const before = await open.count();
  const row = page.getByRole("main").getByRole("listitem").filter({ has: box });
  const card = (await row.first().locator("a[href^='/offices/']").getAttribute("href")) ?? "";
  await answered(walk, "CompleteFollowUp", () => box.check());
  const onCard = await readTheCardAnew(walk, card, open);
  await goTo(walk, "nav.home");
  const lately = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: t("home.done") }) });
  await lately.waitFor();
  const done = lately.getByRole("checkbox", { name: WRITTEN[language].task }).first();
  await tally.comes("a ticked task is among those done", () => done.isChecked());
  const doneBefore = await lately.getByRole("checkbox").count();
  await answered(walk, "ReopenFollowUp", () => done.click());
  await tally.comes(
    "unticked there it is to do again, and not among those done",
    async () =>
      (await lately.getByRole("checkbox").count()) === doneBefore - 1 &&
      (await open.count()) === before,
  );

  // What is read and written now is on the machine a moment later.
  await untilQuiet(page);
  await page.context().setOffline(true);
  await page.goto(card);
  await open.nth(onCard).waitFor();
  await tally.comes(
    "without a network it stands on the card",
    async () => (await open.count()) === onCard + 1,
  );
  await page.goto("/");
  await seeTheTasks(walk);
  await tally.comes("and on her home", async () => (await open.count()) === before);
  await page.context().setOffline(false);
  await page.reload();
  await open.nth(before - 1).waitFor();
  await tally.comes("a done task can be unticked", async () => (await open.count()) === before);
}

/**
 * Opens a card and waits until it is as the record has it now.
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} card
 * @param {import("playwright-core").Locator} open the boxes of one task that is to be done
 * @returns {Promise<number>} how many of them it has
 */
async function readTheCardAnew({ page, language, tally }, card, open) {
  const id = card.slice(card.lastIndexOf("/") + 1);
  const answer = page.waitForResponse((response) => {
    const asked = response.request().postData();
    return Boolean(asked?.includes("query Office(") && asked.includes(id));
  });
  await page.goto(card);
  const { data } = await (await answer).json();
  /** @type {{ title: { text: string } }[]} */
  const tasks = data.followUpActions.nodes;
  const count = tasks.filter(({ title }) => title.text === WRITTEN[language].task).length;
  await tally.comes("a card is as the record has it", async () => (await open.count()) === count);
  return count;
}

/**
 * Ticks without a network: one that is taken back again is never sent, one that waits is sent once.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function tickWithoutNetwork(walk) {
  const { page, context, language, tally, picture } = walk;
  const t = wordsOf(language);
  const main = page.getByRole("main");
  const task = page.getByRole("checkbox", { name: WRITTEN[language].task });
  const row = main.getByRole("listitem").filter({ has: task }).first();
  const box = row.getByRole("checkbox");
  const waits = row.getByText(t("task.waiting"));
  const waiting = page.getByRole("heading", { name: t("home.ticksWaiting") });
  const [before = ""] = t("task.tickedWaiting").split("{");
  await goTo(walk, "nav.home");
  await context.setOffline(true);
  const sent = [sentAs(context, "CompleteFollowUp"), sentAs(context, "ReopenFollowUp")];

  await box.check();
  await waits.waitFor();
  const bar = page.getByRole("status").getByText(before.trim());
  await bar.waitFor();
  tally.expect("the row and the bar both say that a tick waits", true);
  await picture("tick-waiting");
  await page.getByRole("button", { name: t("undo") }).click();
  await waits.waitFor({ state: "detached" });
  await tally.comes(
    "taken back before it was sent it waits no more",
    async () => !(await box.isChecked()) && (await waiting.count()) === 0,
  );

  await box.check();
  await waits.waitFor();
  await context.setOffline(false);
  await waits.waitFor({ state: "detached" });
  tally.expect("when the network is back the tick is sent", await box.isChecked());
  const counts = sent.map(({ count }) => count);
  tally.expect("once, and nothing else", counts.join() === "1,0", counts.join());
  await page.reload();
  const done = main.getByRole("checkbox", { name: WRITTEN[language].task, checked: true }).first();
  await done.waitFor();
  await answered(walk, "ReopenFollowUp", () => done.click());
}
