import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What would keep someone out of the page as it stands: what axe finds, and what does not fit.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>}
 */
export async function barriersOf(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    // The script above leaves its one name on the window.
    const { axe } = /** @type {{ axe: { run: () => Promise<import("axe-core").AxeResults> } }} */ (
      /** @type {unknown} */ (window)
    );
    const { violations } = await axe.run();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth)
      found.push(`the page is ${scrollWidth - clientWidth} px too wide`);
    return found;
  });
}
