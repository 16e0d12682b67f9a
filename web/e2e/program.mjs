import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/**
 * @typedef {{ role: string, email: string, password: string, token?: string }} User
 * @typedef {{ url: string, users: User[] }} Demo
 */

const ours = fileURLToPath(new URL("../../target/debug/rabta", import.meta.url));

/**
 * Starts the program with its demo data and waits for the line that says where it serves.
 * @returns {Promise<Demo & { stop: () => void }>}
 */
export async function startDemo() {
  const binary = process.env.RABTA_BINARY ?? ours;
  const child = spawn(binary, ["demo", "--json", "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = () => void child.kill("SIGTERM");
  process.once("exit", stop);

  /** @type {Demo} */
  const demo = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`${binary} ended with ${code} before it served`)),
    );
    createInterface({ input: child.stdout }).once("line", (line) => {
      try {
        resolve(JSON.parse(line));
      } catch (error) {
        reject(error);
      }
    });
  });
  return { ...demo, stop };
}

/**
 * Starts the program on data of its own in which there is nothing but its users.
 * @returns {Promise<Demo & { stop: () => void }>}
 */
export async function startEmpty() {
  const binary = process.env.RABTA_BINARY ?? ours;
  const folder = mkdtempSync(join(tmpdir(), "rabta-empty-"));
  const where = ["--data-dir", folder, "--log", "warn"];
  execFileSync(binary, [...where, "migrate", "up"], { stdio: "ignore" });
  const users = ["COORDINATOR", "ADMIN"].map((role) => {
    const email = `${role.toLowerCase()}@example.org`;
    const password = "a long password for the walk";
    const who = ["--email", email, "--role", role.toLowerCase(), "--name-en", "Rukhshan"];
    execFileSync(binary, [...where, "user", "add", ...who, "--password-stdin"], {
      input: `${password}\n`,
      stdio: ["pipe", "ignore", "inherit"],
    });
    return { role, email, password };
  });
  const child = spawn(binary, [...where, "serve", "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "inherit", "pipe"],
  });
  const stop = () => void child.kill("SIGTERM");
  process.once("exit", () => {
    stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  /** @type {string} */
  const url = await new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${binary} ended with ${code}`)));
    // Where it serves is said among what it tells its operator.
    createInterface({ input: child.stderr }).on("line", (line) => {
      const address = /http:\S+/.exec(line)?.[0];
      if (address) resolve(address);
    });
  });
  return { url, users, stop };
}

/**
 * @param {Demo} demo
 * @param {string} role
 * @param {number} [place] which one of them, where there are several
 * @returns {User}
 */
export function userOf(demo, role, place = 0) {
  const user = demo.users.filter((one) => one.role.toUpperCase() === role)[place];
  if (!user) throw new Error(`the demo has no ${role}`);
  return user;
}
