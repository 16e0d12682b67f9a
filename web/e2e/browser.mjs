import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { barriersOf } from "./barriers.mjs";
import { PATIENCE } from "./tally.mjs";

const SCREENSHOTS = process.env.RABTA_SCREENSHOTS ?? mkdtempSync(join(tmpdir(), "rabta-walk-"));

/** Where the pictures of this walk lie. */
export const screenshots = SCREENSHOTS;

export function launch() {
  mkdirSync(SCREENSHOTS, { recursive: true });
  return chromium.launch({
    executablePath: process.env.RABTA_TEST_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** The browser reports these by itself when a walk takes the network away, mistypes a password, asks for
 * a member who has ended it, or sends a file that the record does not take. */
const EXPECTED = [/ERR_INTERNET_DISCONNECTED/, /status of 401/, /status of 403/, /status of 422/];

/**
 * A fresh browser profile that looks at the program, and what went wrong in its page.
 * @param {import("playwright-core").Browser} browser
 * @param {{ url: string, language: "en" | "ur", width: number, who: string }} options
 */
export async function open(browser, { url, language, width, who }) {
  const context = await browser.newContext({
    baseURL: url,
    locale: "en-GB",
    timezoneId: "Asia/Karachi",
    viewport: { width, height: width < 900 ? 844 : 800 },
    hasTouch: width < 900,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);

  /** @type {string[]} */
  const troubles = [];
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    if (!EXPECTED.some((pattern) => pattern.test(message.text()))) troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      // biome-ignore lint/suspicious/noConsole: the walk listens to the console.
      console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });

  /**
   * Takes a picture and asks for barriers, where the page stands still.
   * @param {string} name
   */
  const picture = async (name) => {
    await page.screenshot({ path: join(SCREENSHOTS, `${who}-${language}-${width}-${name}.png`) });
    const barriers = await barriersOf(page);
    troubles.push(...barriers.map((barrier) => `${name}: ${barrier}`));
  };

  return { context, page, troubles, picture };
}
