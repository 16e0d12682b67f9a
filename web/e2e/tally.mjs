import { setTimeout } from "node:timers/promises";

/** How long anything is waited for: far longer than it takes, as some machines are slow. */
export const PATIENCE = 30_000;

/**
 * Waits until something holds; false where it never does.
 * @param {() => Promise<boolean>} check
 */
export async function until(check) {
  const end = Date.now() + PATIENCE;
  while (!(await check())) {
    if (Date.now() > end) return false;
    await setTimeout(50);
  }
  return true;
}

/** Counts what was expected and says each failure at once. */
export class Tally {
  passed = 0;
  failed = 0;

  /**
   * @param {string} expectation
   * @param {boolean} holds
   * @param {string} [seen]
   */
  expect(expectation, holds, seen = "") {
    if (holds) {
      this.passed += 1;
      return;
    }
    this.failed += 1;
    process.stdout.write(`FAILED ${expectation}${seen ? `: ${seen}` : ""}\n`);
  }

  /**
   * Expects what comes by itself in a moment: the page draws after it is answered.
   * @param {string} expectation
   * @param {() => Promise<boolean>} check
   */
  async comes(expectation, check) {
    this.expect(expectation, await until(check));
  }
}
