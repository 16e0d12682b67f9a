import { leftInTheBrowser } from "./left.mjs";
import { openToMend } from "./mend.mjs";
import { answered, goTo, save, WRITTEN } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * A correction that is not saved outlives a reload, is offered again on the form and on her first
 * page, may be given up and had back, and is put upon what somebody else has left meanwhile.
 * @param {import("./steps.mjs").Walk} walk
 */
export async function goOnMending(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const { said, amended } = WRITTEN[language];
  const meeting = new URL(page.url()).pathname;
  const words = page.getByLabel(t("form.said"), { exact: true });
  const goOn = page.getByRole("button", { name: t("home.goOn"), exact: true });
  const discard = page.getByRole("button", { name: t("mend.discard"), exact: true });
  const mine = `${said} ${amended}`;
  await openToMend(page, language);
  const recorded = await words.inputValue();
  await words.fill(mine);
  await tally.comes("what she writes is on the machine in a moment", async () =>
    (await leftInTheBrowser(page)).includes(mine),
  );
  await page.reload();
  await goOn.waitFor();
  tally.expect("after a reload she is asked before the form", (await words.count()) === 0);
  await picture("mend-kept");
  await goOn.click();
  tally.expect("going on she has what she wrote", (await words.inputValue()) === mine);

  await goTo(walk, "nav.home");
  await page.getByText(t("home.unfinishedMend")).waitFor();
  await picture("home-mend-kept");
  await page
    .getByRole("main")
    .locator("a[href$='/mend']")
    .filter({ hasText: t("home.goOn") })
    .click();
  await discard.click();
  await words.waitFor();
  tally.expect("discarded it is as recorded", (await words.inputValue()) === recorded);
  await picture("mend-discarded");
  await page.getByRole("button", { name: t("undo"), exact: true }).click();
  await goOn.waitFor();
  tally.expect("and undo brings it back", (await words.count()) === 0);

  await goTo(walk, "nav.me");
  await page
    .getByRole("main")
    .getByRole("button", { name: t("signOut") })
    .click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("listitem").waitFor();
  await picture("mend-before-sign-out");
  tally.expect(
    "before she signs out she is asked what becomes of it",
    await sheet.getByRole("button", { name: t("leave.delete") }).isVisible(),
  );
  await sheet.getByRole("button", { name: t("leave.stay") }).click();

  const theirs = `${amended} ${amended}`;
  await rewordElsewhere(walk, meeting.split("/").pop() ?? "", theirs);
  await page.goto(`${meeting}/mend`);
  await page.getByText(t("mend.keptOvertaken")).waitFor();
  await picture("mend-kept-overtaken");
  await goOn.click();
  await page.getByText(t("mend.overtaken")).waitFor();
  tally.expect(
    "changed by somebody else since, hers stands over theirs",
    (await words.inputValue()) === mine && (await page.getByText(theirs).isVisible()),
  );
  await picture("mend-kept-clash");
  await answered(walk, "UpdateMeeting", () => save(walk));
  await page.getByText(t("saved.present")).waitFor();
  await openToMend(page, language);
  tally.expect("saved it is offered no more", (await goOn.count()) === 0);
  await words.fill(recorded);
  await answered(walk, "UpdateMeeting", () => save(walk));
  await page.getByText(t("saved.present")).waitFor();
}

/**
 * Sets the words of a meeting right as another one would, from elsewhere.
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} id
 * @param {string} text
 */
async function rewordElsewhere({ page }, id, text) {
  await page.evaluate(
    async ({ id, text }) => {
      const ask = async (/** @type {string} */ query, /** @type {object} */ variables) => {
        const answer = await fetch("/graphql", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ query, variables }),
        });
        return (await answer.json()).data;
      };
      const { meeting } = await ask("query ($id: ID!) { meeting(id: $id) { version } }", { id });
      await ask(
        "mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { userErrors { code } } }",
        { input: { id, expectedVersion: meeting.version, said: { text } } },
      );
    },
    { id, text },
  );
}
