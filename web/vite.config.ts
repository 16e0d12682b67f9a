import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { catalogues } from "./catalogues.ts";

export default defineConfig({
  plugins: [react(), catalogues()],
  build: {
    outDir: "dist",
    // The page's policy lets fonts come from files only, so nothing is folded into the style sheet.
    assetsInlineLimit: 0,
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
