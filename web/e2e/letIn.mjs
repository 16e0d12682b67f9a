import { answered, signIn } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

/**
 * An administrator gives somebody a way in by the API; a coordinator lets her in, and then she comes in.
 * @param {import("./steps.mjs").Walk} desk
 * @param {import("./steps.mjs").Walk} newcomer
 * @param {{ demo: import("./program.mjs").Demo, coordinator: import("./program.mjs").User,
 *   admin: import("./program.mjs").User }} where
 */
export async function letIn(desk, newcomer, { demo, coordinator, admin }) {
  const { page, language, tally, picture } = newcomer;
  const t = wordsOf(language);
  const { name, email, password } = await giveAWayIn(demo, admin, language);

  await page.goto("/");
  await page.locator("form").waitFor();
  if (language === "ur") await page.getByRole("button", { name: "اردو" }).click();
  await page.getByLabel(t("signIn.email")).fill(email);
  await page.getByLabel(t("signIn.password")).fill(password);
  const submit = page.getByRole("button", { name: t("signIn.submit") });
  await submit.click();
  await page.getByText(t("signIn.WAITING")).waitFor();
  tally.expect("who waits is told whom to ask", true);
  await picture("waiting");

  await signIn(desk, coordinator);
  const row = desk.page.getByRole("listitem").filter({ hasText: name });
  await desk.page.getByRole("heading", { name: t("letIn.title") }).waitFor();
  await desk.picture("who-waits");
  await answered(desk, "LetUserIn", () =>
    row.getByRole("button", { name: t("letIn.act") }).click(),
  );
  await tally.comes("whom she let in waits no more", async () => (await row.count()) === 0);
  await desk.picture("let-in");

  await submit.click();
  await page.getByRole("heading", { level: 1, name: t("home.title") }).waitFor();
  tally.expect("who was let in comes in", true);
}

/**
 * @param {import("./program.mjs").Demo} demo
 * @param {import("./program.mjs").User} admin
 * @param {"en" | "ur"} language
 */
async function giveAWayIn(demo, admin, language) {
  const email = `nida.${Date.now()}@example.org`;
  const name = `Nida ${Date.now()}`;
  const input = { email, name: { en: name, ur: name }, role: "MEMBER" };
  const answer = await fetch(`${demo.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${admin.token}` },
    body: JSON.stringify({
      query: `mutation ($input: CreateUserInput!) {
        createUser(input: $input) { password userErrors { message } }
      }`,
      variables: { input: { ...input, language: language.toUpperCase() } },
    }),
  });
  const { data } = await answer.json();
  return { name, email, password: data.createUser.password };
}
