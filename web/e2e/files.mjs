import { readFile } from "node:fs/promises";
import { crc32, deflateSync } from "node:zlib";
import { answered, save } from "./steps.mjs";
import { wordsOf } from "./words.mjs";

const PDF = Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n${"%".repeat(3000)}\n%%EOF\n`);

/** @param {Buffer} bytes @returns {number} */
const length = (bytes) => bytes.length;

/**
 * A grey picture of so many points each way.
 * @param {number} side
 */
function png(side) {
  /** @param {string} name @param {Buffer} data */
  const chunk = (name, data) => {
    const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)];
    const body = Buffer.concat([Buffer.from(name), data]);
    head.writeUInt32BE(length(data));
    tail.writeUInt32BE(crc32(body));
    return Buffer.concat([head, body, tail]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(8, 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc((side + 1) * side, 0x7f))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** What the scans are called, in either language. */
const NAMES = {
  en: { scan: "Letter of the commissioner.png", minutes: "Minutes.pdf" },
  ur: { scan: "کمشنر کا خط.png", minutes: "کارروائی.pdf" },
};

/**
 * Adds a photo to a letter, is told what is wrong with a file before it is sent, and gets the same
 * file back.
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} letter
 */
export async function addAPhoto(walk, letter) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  await page.goto(letter);
  const sheet = page.getByRole("dialog");
  const chosen = sheet.locator("input[type=file]");
  const mimeType = "application/octet-stream";
  await page.locator("main input[type=file]").setInputFiles({
    name: "scan.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.alloc(10 * 1024 * 1024 + 1),
  });
  await sheet.getByText(t("error.FILE_TOO_LARGE")).waitFor();
  tally.expect("a file that is too large is told before it is sent", true);
  await picture("file-too-large");
  await chosen.setInputFiles({ name: "photo.heic", mimeType, buffer: PDF });
  await sheet.getByText(t("error.FILE_KIND")).waitFor();
  await chosen.setInputFiles({ name: "photo.png", mimeType, buffer: PDF });
  await save(walk);
  await sheet.getByText(t("error.FILE_CONTENT")).waitFor();
  tally.expect("and one that is something else than its name says, by the record", true);

  const name = NAMES[language].scan;
  const scan = png(64);
  await chosen.setInputFiles({ name, mimeType: "image/png", buffer: scan });
  await sheet.getByText(name, { exact: true }).waitFor();
  const first = sheet.getByRole("radio").first();
  tally.expect("it is for the few unless she says otherwise", await first.isChecked());
  await sheet.getByRole("radio", { name: t("audience.CAUCUS"), exact: true }).check();
  await picture("add-a-file");
  const findAnswer = await loseTheAnswer(page);
  await save(walk);
  await sheet.getByText(t("file.offline")).waitFor();
  await picture("file-offline");
  await findAnswer();
  await sheet.getByRole("button", { name: t("read.retry"), exact: true }).click();
  await sheet.waitFor({ state: "detached" });
  const link = page.getByRole("main").getByRole("link", { name, exact: true });
  await link.first().waitFor();
  tally.expect("what may have arrived and is sent again is there once", (await link.count()) === 1);
  await getsItBack(walk, link, scan);
  await picture("letter-with-a-file");
}

/**
 * Adds a file to a meeting, gets it back, takes it away and brings it back.
 * @param {import("./steps.mjs").Walk} walk
 * @param {string} meeting
 */
export async function addMinutes(walk, meeting) {
  const { page, language, tally, picture } = walk;
  const t = wordsOf(language);
  const name = NAMES[language].minutes;
  await page.goto(meeting);
  const sheet = page.getByRole("dialog");
  await page
    .locator("main input[type=file]")
    .setInputFiles({ name, mimeType: "application/pdf", buffer: PDF });
  await save(walk);
  await sheet.waitFor({ state: "detached" });
  const main = page.getByRole("main");
  const link = main.getByRole("link", { name, exact: true });
  await getsItBack(walk, link, PDF);
  await link.scrollIntoViewIfNeeded();
  await picture("meeting-with-a-file");
  const row = main.getByRole("listitem").filter({ has: page.getByRole("link", { name }) });
  await answered(walk, "Archive", () =>
    row.getByRole("button", { name: t("rows.takeAway"), exact: true }).click(),
  );
  await tally.comes("a file that is taken away is gone", async () => (await link.count()) === 0);
  await answered(walk, "Restore", () =>
    page.getByRole("button", { name: t("undo"), exact: true }).click(),
  );
  await tally.comes("and undo brings it back", async () => (await link.count()) === 1);
}

/**
 * Lets what is sent arrive and the answer be lost, until it is told to stop.
 * @param {import("./steps.mjs").Page} page
 */
async function loseTheAnswer(page) {
  const url = "**/attachments?*";
  await page.route(url, async (route) => {
    await route.fetch();
    await route.abort("internetdisconnected");
  });
  return () => page.unroute(url);
}

/**
 * @param {import("./steps.mjs").Walk} walk
 * @param {import("playwright-core").Locator} link
 * @param {Buffer} sent
 */
async function getsItBack({ page, tally }, link, sent) {
  await link.waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const got = await readFile(await download.path());
  tally.expect(
    "the file comes back whole, under its name",
    length(got) === length(sent) && download.suggestedFilename() === (await link.textContent()),
    `${download.suggestedFilename()}, ${length(got)} bytes`,
  );
}
