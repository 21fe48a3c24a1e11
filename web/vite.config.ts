// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from "vitest/config";
import { budget, licences } from "./scripts/package.ts";

export default defineConfig({
  plugins: [licences(), budget()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2023",
    cssTarget: "chrome123",
    // The page's content security policy allows fonts and scripts from the server only, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
  test: {
    environment: "node",
    testTimeout: 30_000,
    include: ["test/unit/**/*.test.{ts,tsx}"],
    setupFiles: ["./test/unit/setup.ts"],
    css: true,
    reporters: ["default", "./test/tally.ts"],
  },
});
