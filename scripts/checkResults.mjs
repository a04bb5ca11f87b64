/** Checks that a run of an experiment left what `sigf1 run` promises; fails with a reason else. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
assert.ok(folder, "usage: checkResults.mjs DIR");
const results = JSON.parse(readFileSync(join(folder, "results.json"), "utf8"));
assert.deepEqual(results.failures, [], "every run succeeds");
assert.deepEqual(results.dataset, {
  id: "cancer-hallmarks",
  examples: 1580,
  classes: 10,
  cardinality: results.dataset.cardinality,
});
assert.equal(results.dataset.cardinality.toFixed(3), "1.561");
const best = Math.max(...results.rows.map((row) => row.metrics.exampleF1));
assert.ok(best >= 0.8, `best exampleF1 is ${best}, below .80`);
assert.match(readFileSync(join(folder, "report.html"), "utf8"), /<svg/);
console.log(`results: ${results.rows.length} rows, best exampleF1 ${best.toFixed(3)}`);
