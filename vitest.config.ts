import { defineConfig } from "vitest/config";

/** One configuration for every package; each runs it from its own folder. */
export default defineConfig({
  test: {
    include: ["{src,scripts}/**/*.test.{ts,tsx,mjs}"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ["default", ["json", { outputFile: ".vitest/report.json" }]],
  },
});
