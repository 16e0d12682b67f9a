import { createHash } from "node:crypto";
import type { Plugin } from "vite";

const WORKER = "sw.js";

/** Tells the worker which files it has to keep, so that the page opens without a network. */
export function precache(): Plugin {
  return {
    name: "rabta-precache",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const worker = bundle[WORKER];
        if (worker?.type !== "chunk") throw new Error(`the build made no ${WORKER}`);
        if (worker.imports.length > 0) throw new Error(`${WORKER} has to be one file`);
        const files = Object.values(bundle)
          .filter((file) => file !== worker)
          .map((file) => ({
            url: `/${file.fileName}`,
            // The names under assets/ change with their content.
            revision: file.fileName.startsWith("assets/")
              ? null
              : digest(file.type === "chunk" ? file.code : file.source),
          }));
        worker.code = worker.code.replace("self.FILES", JSON.stringify(files));
      },
    },
  };
}

function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
