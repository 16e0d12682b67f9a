// Walks through the page of the real program as a user of each role: in both languages, on a phone and
// on a laptop, all four at once, each on a program of its own, since a walk mostly waits.
// RABTA_BINARY names the program, RABTA_TEST_CHROMIUM the browser, RABTA_SCREENSHOTS the folder for
// the pictures. Named languages and widths alone are walked, all without any: `npm run e2e -- ur 390`.
import { writeAsCoordinator, writeForHer } from "./aide.mjs";
import { launch, open, screenshots } from "./browser.mjs";
import { walkAsCoordinator } from "./coordinator.mjs";
import { beginAsCoordinator, readAsAdministrator } from "./empty.mjs";
import { letIn } from "./letIn.mjs";
import { walkAsMember } from "./member.mjs";
import { startDemo, startEmpty, userOf } from "./program.mjs";
import { walkAsReader } from "./reader.mjs";
import { Tally } from "./tally.mjs";

const named = process.argv.slice(2);
/**
 * @template {string | number} Choice
 * @param {readonly Choice[]} all
 */
const asked = (all) => {
  const some = all.filter((one) => named.includes(String(one)));
  return some.length > 0 ? some : all;
};

const browser = await launch();

/**
 * The walks in one language at one width, one after the other, since each goes on from what the last
 * one wrote.
 * @param {"en" | "ur"} language
 * @param {number} width
 */
async function walkIn(language, width) {
  const tally = new Tally();
  const demo = await startDemo();
  const empty = await startEmpty();

  /**
   * One walk in a browser profile of its own; what breaks it off is one failed expectation.
   * @template Result
   * @param {string} who
   * @param {(walk: import("./steps.mjs").Walk) => Promise<Result>} steps
   * @param {import("./program.mjs").Demo} where
   * @returns {Promise<Result | undefined>}
   */
  const walk = async (who, steps, where = demo) => {
    const name = `${who}, ${language}, ${width} px`;
    const failedBefore = tally.failed;
    const { context, page, troubles, picture } = await open(browser, {
      url: where.url,
      language,
      width,
      who,
    });
    try {
      return await steps({ page, context, language, tally, picture });
    } catch (error) {
      tally.expect(`${name} reaches its end`, false, String(error));
      await picture("broken-off");
      return undefined;
    } finally {
      tally.expect(
        `${name}: no error, no barrier, no violation of the policy`,
        troubles.length === 0,
        troubles.join("\n"),
      );
      process.stdout.write(`${tally.failed === failedBefore ? "ok" : "NOT OK"} ${name}\n`);
      await context.close();
    }
  };

  const meeting = await walk("member", (steps) => walkAsMember(steps, userOf(demo, "MEMBER")));
  const shared = await walk("coordinator", (steps) =>
    walkAsCoordinator(steps, userOf(demo, "COORDINATOR"), meeting ?? ""),
  );
  const users = {
    member: userOf(demo, "MEMBER", 1),
    another: userOf(demo, "MEMBER"),
    aide: userOf(demo, "AIDE"),
  };
  await walk("member-lets", (member) => walk("aide", (aide) => writeForHer(member, aide, users)));
  const coordinator = userOf(demo, "COORDINATOR");
  await walk("coordinator-writes", (steps) =>
    writeAsCoordinator(steps, { member: users.member, coordinator }),
  );
  await walk("coordinator-lets-in", (desk) =>
    walk("newcomer", (newcomer) =>
      letIn(desk, newcomer, { demo, coordinator, admin: userOf(demo, "ADMIN") }),
    ),
  );
  for (const role of ["PARTNER", "ADMIN"]) {
    await walk(role.toLowerCase(), (steps) =>
      walkAsReader(steps, userOf(demo, role), shared ?? ""),
    );
  }
  await walk(
    "coordinator-empty",
    (steps) => beginAsCoordinator(steps, userOf(empty, "COORDINATOR")),
    empty,
  );
  await walk("admin-empty", (steps) => readAsAdministrator(steps, userOf(empty, "ADMIN")), empty);

  demo.stop();
  empty.stop();
  return tally;
}

const tallies = await Promise.all(
  asked(/** @type {const} */ (["en", "ur"])).flatMap((language) =>
    asked([390, 1280]).map((width) => walkIn(language, width)),
  ),
);
await browser.close();
/** @param {"passed" | "failed"} what */
const sum = (what) => tallies.reduce((total, tally) => total + tally[what], 0);
process.stdout.write(
  `Pictures lie in ${screenshots}\n${sum("passed")} passed, ${sum("failed")} failed\n`,
);
process.exit(sum("failed") > 0 ? 1 : 0);
