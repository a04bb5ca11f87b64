/**
 * Prints the losses of a `results.json` as a Markdown table: macro F1 with 95 % intervals under two decision rules, the
 * labels per example, and whether a loss differs from cross-entropy by the paired test that resampled splits ask for
 * (Nadeau and Bengio), adjusted for so many losses (Holm).
 *
 *     pnpm --filter @sigf1/docs table results/all-losses/results.json
 */
import { holm, meanInterval } from "@sigf1/metrics";
import { baselineRows } from "./baselineRows.mjs";
import { chosen } from "./chosen.mjs";
import { commandLine } from "./commandLine.mjs";
import { readResults } from "./readResults.mjs";
import { seedTest } from "./seedTest.mjs";
import { testTrainRatio } from "./testTrainRatio.mjs";

const { positionals } = commandLine("pnpm --filter @sigf1/docs table RESULTS.json", 1);
const { rows, split, settings } = readResults(positionals[0]);
const REFERENCE = "binary-cross-entropy";
const losses = [...new Set(rows.map(({ loss }) => loss))];
chosen("loss", REFERENCE, losses);
const rules = chosen(
  "rule",
  "threshold-0.5,tuned-global",
  rows.map(({ decision }) => decision),
);
const baselines = baselineRows(settings);

/** A figure under a rule: seed → value. */
const values = (loss, decision, metric) =>
  new Map(
    rows
      .filter((row) => row.loss === loss && row.decision === decision)
      .map(({ seed, metrics }) => [seed, metrics[metric]]),
  );

/** Against cross-entropy, on the seeds that both have. */
function test(loss, decision) {
  const [a, b] = [loss, REFERENCE].map((name) => values(name, decision, "macroF1"));
  const seeds = [...a.keys()].filter((seed) => b.has(seed));
  const of = (map) => seeds.map((seed) => map.get(seed));
  return seedTest(of(a), of(b), { testTrainRatio: testTrainRatio(split) });
}

/** Mean and interval; ▲ or ▼ where a loss is better or worse than cross-entropy at the 5 % level. */
function column(decision) {
  const tested = losses.filter((loss) => loss !== REFERENCE && !baselines.has(loss));
  const tests = tested.map((loss) => test(loss, decision));
  const adjusted = holm(tests.map(({ p }) => p));
  return losses.map((loss) => {
    const of = (metric) => [...values(loss, decision, metric).values()];
    const { mean, halfWidth } = meanInterval(of("macroF1"), {
      testTrainRatio: testTrainRatio(split),
    });
    const i = tested.indexOf(loss);
    const differs = i >= 0 && adjusted[i] < 0.05;
    const sign = differs ? (tests[i].meanDifference > 0 ? " ▲" : " ▼") : "";
    const labels = meanInterval(of("labelsPerExample")).mean;
    return {
      mean,
      text: `${mean.toFixed(3)} ± ${halfWidth.toFixed(3)}${sign} | ${labels.toFixed(2)}`,
    };
  });
}

const [fixed, tuned] = rules.map(column);
console.log("| loss | macro F1, threshold 0.5 | labels | macro F1, tuned threshold | labels |");
console.log("| --- | --- | --- | --- | --- |");
const order = losses.map((_, i) => i).sort((a, b) => fixed[b].mean - fixed[a].mean);
for (const i of order) console.log(`| ${losses[i]} | ${fixed[i].text} | ${tuned[i].text} |`);
