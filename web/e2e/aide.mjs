import { addMinutes } from "./files.mjs";
import { leftInTheBrowser } from "./left.mjs";
import { answered, begin, goTo, save, seeTheTasks, signInAgain, WRITTEN } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * @typedef {import("./steps.mjs").Walk} Walk
 * @typedef {import("./program.mjs").User} User
 */

/**
 * A member lets an aide write for her; he does, she says that it is right or sets it right, and ends
 * it. Another, for whom he writes in the demo, lets him meanwhile too, so that he has to say for whom.
 * @param {Walk} member
 * @param {Walk} aide
 * @param {{ member: User, another: User, aide: User }} users
 */
export async function writeForHer(member, aide, users) {
  await enter(member, users.member);
  await seeTheTasks(member);
  await asks(member, users.another, "endActingForMe");
  await letHim(member);
  await enter(aide, users.aide);
  await actsAtOnce(aide);
  await mayBeAsked(aide, users.another);
  const first = await logs(aide, WRITTEN[aide.language].text);
  const second = await logs(aide, WRITTEN[aide.language].match);
  await isNotAsked(aide, first);
  await addMinutes(aide, first);
  await holdsTheChange(aide);
  await confirmsByATap(member, first);
  await mendsTheOther(member, second);
  await takesBack(member, second);
  await endsIt(member, users.another);
  await isTold(aide);
  await asks(member, users.another, "letActForMe");
}

/**
 * @param {Walk} walk
 * @param {User} user
 */
async function enter(walk, user) {
  const { page, language } = walk;
  await page.goto("/");
  await page.locator("form").waitFor();
  if (language === "ur") await page.getByRole("button", { name: "اردو" }).click();
  await signInAgain(walk, user);
  // The page now speaks the language that is kept for whoever it is, unless one was chosen before.
  if ((await page.locator("html").getAttribute("lang")) !== language) {
    const name = language === "ur" ? "اردو" : "English";
    await page.getByRole("banner").getByRole("button", { name }).click();
  }
}

/** @param {Walk} walk */
async function letHim(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await goTo(walk, "nav.me");
  await page.getByText(t("mayWrite.none")).waitFor();
  await page.getByRole("button", { name: t("mayWrite.add") }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText(t("mayWrite.means")).waitFor();
  await sheet.getByRole("button", { name: t("mayWrite.submit") }).click();
  await sheet.getByText(t("mayWrite.choose")).waitFor();
  await sheet
    .locator("label")
    .filter({ hasText: t("role.AIDE") })
    .click();
  await picture("let");
  await sheet.getByRole("button", { name: t("mayWrite.submit") }).click();
  await sheet.waitFor({ state: "detached" });
  const end = page.getByRole("main").getByRole("button", { name: t("mayWrite.end") });
  await end.waitFor();
  await picture("lets");
  await end.click();
  await page.getByText(t("mayWrite.none")).waitFor();
  await page.getByRole("button", { name: t("undo") }).click();
  await end.waitFor();
  tally.expect("she lets him, and takes the end of it back", true);
}

/** @param {Walk} walk */
async function actsAtOnce(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await bar(walk).waitFor();
  await seeTheTasks(walk);
  tally.expect(
    "with one who lets him he is not asked for whom",
    (await page.getByRole("button", { name: t("acting.another") }).count()) === 0,
  );
  await picture("home");
  await goTo(walk, "nav.me");
  await page.getByRole("heading", { level: 1 }).waitFor();
  tally.expect(
    "he lets nobody write for her",
    (await page.getByText(t("mayWrite.title")).count()) === 0,
  );
  await picture("me");
}

/**
 * Another lets him too: from the next time on he chooses, and is asked once.
 * @param {Walk} walk
 * @param {User} another
 */
async function mayBeAsked(walk, another) {
  const { page, context, language, tally, picture } = walk;
  const t = wordsOf(language);
  const name = (await bar(walk).locator("bdi").textContent()) ?? "";
  await asks(walk, another, "letActForMe");
  await page.reload();
  const otherTab = await context.newPage();
  await otherTab.goto("/");
  await otherTab.getByRole("navigation").waitFor();
  await page.getByRole("button", { name: t("acting.another") }).click();
  await page.getByRole("heading", { name: t("acting.title") }).waitFor();
  await otherTab.getByRole("heading", { name: t("acting.title") }).waitFor();
  tally.expect("no tab goes on for her for whom he writes no longer", true);
  await otherTab.close();
  await picture("for-whom");
  await page.getByRole("main").getByRole("button", { name }).click();
  await bar(walk).waitFor();
  await page.reload();
  await bar(walk).waitFor();
  const shown = await bar(walk).locator("bdi").textContent();
  tally.expect(
    "whom he chose holds, also when the page is opened anew",
    shown === name,
    shown ?? "",
  );
}

/**
 * Writes down a meeting of hers, with a name that is as yet only text.
 * @param {Walk} walk
 * @param {string} office
 */
async function logs(walk, office) {
  const { page, language } = walk;
  const t = wordsOf(language);
  await begin(walk);
  await page.getByPlaceholder(t("picker.prompt")).fill(office);
  await page.getByLabel(t("form.said"), { exact: true }).fill(WRITTEN[language].said);
  await save(walk);
  await page.getByText(t("saved.present")).waitFor();
  return new URL(page.url()).pathname;
}

/**
 * The meeting bears both names and says that she has not confirmed it; he is not asked to.
 * @param {Walk} walk
 * @param {string} meeting
 */
async function isNotAsked(walk, meeting) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await page.goto(meeting);
  await page.getByRole("heading", { name: t("meeting.said") }).waitFor();
  const name = (await bar(walk).locator("bdi").textContent()) ?? "";
  const text = (await page.getByRole("main").textContent()) ?? "";
  tally.expect(
    "the meeting says that she has not confirmed it",
    text.includes(t("written.notYet").replace("{member}", name)),
    text,
  );
  tally.expect(
    "who wrote it does not confirm it, and may set it right",
    (await page.getByRole("button", { name: t("written.right") }).count()) === 0 &&
      (await page.getByRole("link", { name: t("mend.act") }).isVisible()),
  );
  await picture("meeting");
}

/**
 * While something is begun he cannot write for another.
 * @param {Walk} walk
 */
async function holdsTheChange(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await begin(walk);
  await page.getByPlaceholder(t("picker.prompt")).fill(WRITTEN[language].many);
  await page.getByRole("button", { name: t("acting.another") }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("listitem").waitFor();
  tally.expect(
    "what is begun is finished before he writes for another",
    await bar(walk).isVisible(),
  );
  await picture("held");
  await sheet.getByRole("button", { name: t("acting.look") }).click();
  await page.getByText(t("home.unfinished")).waitFor();
}

/**
 * @param {Walk} walk
 * @param {string} meeting
 */
async function confirmsByATap(walk, meeting) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await goTo(walk, "nav.home");
  await page.getByRole("heading", { name: t("written.title") }).waitFor();
  const rows = page.getByRole("listitem").filter({
    has: page.getByRole("button", { name: t("written.right") }),
  });
  await rows.nth(1).waitFor();
  await picture("written-for-you");
  const row = rows.filter({ has: page.locator(`a[href="${meeting}"]`) });
  tally.expect(
    "before she confirms it she reads what was written, and may set it right",
    ((await row.textContent()) ?? "").includes(WRITTEN[language].said) &&
      (await row.locator(`a[href="${meeting}/mend"]`).isVisible()),
  );
  await row.getByRole("button", { name: t("written.right") }).dblclick();
  await row.waitFor({ state: "detached" });
  const confirmed = page.getByRole("listitem").filter({ hasText: t("written.confirmed") });
  await confirmed.first().waitFor();
  tally.expect(
    "a tap confirms one, and a second one no other",
    (await rows.count()) === 1 && (await confirmed.count()) === 1,
    String(await rows.count()),
  );
  await page.goto(meeting);
  await page.getByRole("heading", { name: t("meeting.said") }).waitFor();
  tally.expect(
    "what is confirmed is not asked about any more",
    (await page.getByRole("button", { name: t("written.right") }).count()) === 0,
  );
}

/**
 * @param {Walk} walk
 * @param {string} meeting
 */
async function mendsTheOther(walk, meeting) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await goTo(walk, "nav.home");
  await page.locator(`a[href="${meeting}"]`).first().click();
  await page.getByRole("button", { name: t("written.right") }).waitFor();
  await picture("meeting-to-confirm");
  await page.getByRole("link", { name: t("mend.act") }).click();
  await page.getByLabel(t("form.said"), { exact: true }).fill(WRITTEN[language].amended);
  await save(walk);
  await page.getByRole("heading", { name: t("meeting.said") }).waitFor();
  await page.getByRole("button", { name: t("written.right") }).waitFor({ state: "detached" });
  await goTo(walk, "nav.home");
  await seeTheTasks(walk);
  tally.expect(
    "what she has set right is right",
    (await page.getByText(t("written.title")).count()) === 0,
  );
}

/**
 * She should not have had that sentence written down: she takes it back, and the meeting stays.
 * @param {Walk} walk
 * @param {string} meeting
 */
async function takesBack(walk, meeting) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const { amended } = WRITTEN[language];
  await page.goto(meeting);
  await page.getByRole("main").getByText(amended).waitFor();
  await page.getByRole("button", { name: t("withdraw.act"), exact: true }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText(t("withdraw.backups")).waitFor();
  await picture("to-take-back");
  const confirm = sheet.getByRole("button", { name: t("withdraw.confirm"), exact: true });
  await answered(walk, "WithdrawWords", () => confirm.click());
  await sheet.waitFor({ state: "detached" });
  const [before = ""] = t("meeting.wordsWithdrawn").split("{day}");
  await page.getByRole("main").getByText(before.trim()).waitFor();
  await page.reload();
  await page.getByRole("main").getByText(before.trim()).waitFor();
  tally.expect(
    "what she takes back is gone, and the page says so",
    (await page.getByText(amended).count()) === 0,
  );
  await tally.comes(
    "what she takes back lies nowhere in the browser any more",
    async () => !(await leftInTheBrowser(page)).includes(amended),
  );
  tally.expect(
    "that they met stays",
    (await page.getByRole("main").locator("header time").count()) > 0,
  );
  await picture("taken-back");
}

/**
 * @param {Walk} walk
 * @param {User} another
 */
async function endsIt(walk, another) {
  const { page, language } = walk;
  const t = wordsOf(language);
  await goTo(walk, "nav.me");
  await page
    .getByRole("main")
    .getByRole("button", { name: t("mayWrite.end") })
    .click();
  await page.getByText(t("mayWrite.none")).waitFor();
  await asks(walk, another, "endActingForMe");
}

/**
 * In the middle of his work he is told, and what he had begun is not sent.
 * @param {Walk} walk
 */
async function isTold(walk) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await goTo(walk, "nav.meetings");
  await page.getByRole("heading", { name: t("acting.title") }).waitFor();
  await page.getByRole("alert").waitFor();
  await page.getByText(t("acting.none")).waitFor();
  await picture("told");
  const [, rest = ""] = t("acting.ended").split("{name}");
  const said = (await page.getByRole("alert").textContent()) ?? "";
  tally.expect(
    "he is told that she lets him no longer",
    said.includes((rest.split("{")[0] ?? "").trim()),
    said,
  );
  await page.reload();
  await page.getByText(t("acting.none")).waitFor();
  await page.getByRole("heading", { name: t("acting.left") }).waitFor();
  await picture("left");
  await page.getByRole("button", { name: t("acting.leftDelete") }).click();
  await page.getByRole("heading", { name: t("acting.left") }).waitFor({ state: "detached" });
  tally.expect(
    "and nobody else's record is open to him",
    (await page.getByRole("navigation").count()) === 0,
  );
  await picture("nobody");
}

/**
 * A coordinator whom a member lets writes for her when she says so, and goes back to herself.
 * @param {Walk} walk
 * @param {{ member: User, coordinator: User }} users
 */
export async function writeAsCoordinator(walk, users) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await enter(walk, users.coordinator);
  await asks(walk, users.member, "letActForMe", "COORDINATOR");
  await page.reload();
  await goTo(walk, "nav.me");
  await page.getByRole("button", { name: t("acting.begin") }).waitFor();
  await picture("may-write");
  await page.getByRole("button", { name: t("acting.begin") }).click();
  await bar(walk).waitFor();
  await seeTheTasks(walk);
  await goTo(walk, "nav.offices");
  await page.getByRole("main").getByRole("listitem").first().waitFor();
  tally.expect(
    "who writes for a member has her pages and not those of a coordinator",
    (await page.getByRole("link", { name: t("officeForm.add") }).count()) === 0,
  );
  await bar(walk)
    .getByRole("button", { name: t("acting.back") })
    .click();
  await bar(walk).waitFor({ state: "detached" });
  await goTo(walk, "nav.me");
  await page.getByRole("button", { name: t("acting.begin") }).waitFor();
  tally.expect(
    "she goes back to herself",
    await page.getByText(t("role.COORDINATOR"), { exact: true }).isVisible(),
  );
  await asks(walk, users.member, "endActingForMe", "COORDINATOR");
}

/** @param {Walk} walk */
function bar({ page, language }) {
  return page.getByRole("region", { name: wordsOf(language)("acting.title") });
}

/**
 * What another member does meanwhile, on a machine of hers.
 * @param {Walk} walk
 * @param {User} member
 * @param {"letActForMe" | "endActingForMe"} act
 * @param {"AIDE" | "COORDINATOR"} [role] of whom
 */
async function asks({ page }, { token }, act, role = "AIDE") {
  const ask = async (/** @type {string} */ query, /** @type {object} */ variables = {}) => {
    const response = await fetch(new URL("/graphql", page.url()), {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()).data;
  };
  const { users } = await ask(`{ users(filter: { roles: [${role}] }) { nodes { id } } }`);
  const input = act === "letActForMe" ? "LetActForMeInput" : "EndActingForMeInput";
  const { [act]: payload } = await ask(
    `mutation ($input: ${input}!) { ${act}(input: $input) { userErrors { code } } }`,
    { input: { userId: users.nodes[0].id } },
  );
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
}
