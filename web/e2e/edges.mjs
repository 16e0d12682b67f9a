/** How much of the screen may be held at its lower edge while one reads or writes. */
const SHARE = 0.25;

/**
 * On a phone: how much of a low screen is held at its lower edge, with letters as they are and at
 * twice their size. Leaves the page as it was.
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} name
 */
export async function lookAtLowerEdge({ page, context, tally, picture }, name) {
  const before = page.viewportSize();
  if (!before || before.width >= 900) return;
  const low = { width: before.width, height: 667 };
  await page.setViewportSize(low);
  await page.waitForFunction((height) => window.innerHeight === height, low.height);
  const held = await heldAtEdge(page);
  tally.expect(`${name}: a low screen is free`, held <= low.height * SHARE, `${held} px held`);
  await picture(`${name}-low`);

  const browser = await context.newCDPSession(page);
  await browser.send("Page.enable");
  await browser.send("Page.setFontSizes", { fontSizes: { standard: 32 } });
  await lettersAre(page, "32px");
  const large = await heldAtEdge(page);
  tally.expect(`${name}: so it is with large letters`, large <= low.height * SHARE, `${large} px`);
  await picture(`${name}-large-letters`);
  await browser.send("Page.setFontSizes", { fontSizes: { standard: 16 } });
  await lettersAre(page, "16px");
  await browser.detach();
  await page.setViewportSize(before);
}

/**
 * @param {import("playwright-core").Page} page
 * @param {string} size
 */
function lettersAre(page, size) {
  return page.waitForFunction(
    (size) => getComputedStyle(document.documentElement).fontSize === size,
    size,
  );
}

/**
 * Whether what stays at the lower edge hides a part of a thing.
 * @param {import("playwright-core").Locator} thing
 */
export function isCovered(thing) {
  return thing.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const seen = [top + 2, bottom - 2].map((y) => document.elementFromPoint((left + right) / 2, y));
    return !seen.every((at) => at && element.contains(at));
  });
}

/** @param {import("playwright-core").Page} page */
function heldAtEdge(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => {
        const { position, insetBlockEnd } = getComputedStyle(element);
        return ["sticky", "fixed"].includes(position) && insetBlockEnd !== "auto";
      })
      .reduce((sum, element) => sum + element.getBoundingClientRect().height, 0),
  );
}
