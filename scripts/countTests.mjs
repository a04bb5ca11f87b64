/** Sums the reports that Vitest left in every package, and prints the line that CI reads. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";

const root = join(import.meta.dirname, "..");
const files = globSync(["**/.vitest/report.json"], {
  cwd: root,
  dot: true,
  ignore: ["**/node_modules/**"],
});
let passed = 0;
let failed = 0;
let skipped = 0;
for (const file of files) {
  const report = JSON.parse(readFileSync(join(root, file), "utf8"));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  skipped += report.numPendingTests + report.numTodoTests;
}
console.log(`tests: ${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
