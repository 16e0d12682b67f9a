import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/**
 * @typedef {{ role: string, email: string, password: string }} User
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
 * @param {Demo} demo
 * @param {string} role
 * @returns {User}
 */
export function userOf(demo, role) {
  const user = demo.users.find((one) => one.role.toUpperCase() === role);
  if (!user) throw new Error(`the demo has no ${role}`);
  return user;
}
