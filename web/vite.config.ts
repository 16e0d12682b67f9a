import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { catalogues } from "./build/catalogues.ts";
import { documents } from "./build/documents.ts";
import { precache } from "./build/precache.ts";
import { faceVersion, urduFace } from "./build/urduFace.ts";

// What an earlier contract answered is not read by the page of a later one.
const schema = createHash("sha256").update(readFileSync("../schema.graphql")).digest("hex");

export default defineConfig({
  define: { SCHEMA: JSON.stringify(schema) },
  plugins: [documents(), react(), catalogues(), urduFace(), precache()],
  build: {
    outDir: "dist",
    // The page's policy lets fonts come from files only, so nothing is folded into the style sheet.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: "index.html", sw: "src/app/sw.ts" },
      output: {
        // A browser knows the worker by its name.
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith(".woff2"))
            ? `assets/[name]-[hash]-${faceVersion}[extname]`
            : "assets/[name]-[hash][extname]",
      },
    },
    target: ["chrome107", "safari16", "firefox104"],
    cssTarget: ["chrome107", "safari16", "firefox104"],
  },
  server: {
    proxy: {
      "/graphql": "http://127.0.0.1:8080",
      "/sign-in": "http://127.0.0.1:8080",
      "/sign-out": "http://127.0.0.1:8080",
    },
  },
  test: { include: ["tests/**/*.test.ts"], environment: "node" },
});
