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
}
