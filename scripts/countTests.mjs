/** Sums the reports that Vitest left in every package: names what was skipped, and prints the line that CI reads. */
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
const skipped = [];
for (const file of files) {
  const report = JSON.parse(readFileSync(join(root, file), "utf8"));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  skipped.push(...tests.filter(({ status }) => ["pending", "skipped", "todo"].includes(status)));
}
for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
console.log(`tests: ${passed} passed, ${failed} failed, ${skipped.length} skipped`);
const refused = process.argv.includes("--no-skips") && skipped.length > 0;
process.exitCode = failed > 0 || passed === 0 || refused ? 1 : 0;
