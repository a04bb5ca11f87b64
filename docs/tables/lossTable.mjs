/**
 * Prints the losses of a `results.json` as a Markdown table: macro F1 with 95 % intervals under two decision rules, the
 * labels per example, and whether a loss differs from cross-entropy by the paired test that resampled splits ask for
 * (Nadeau and Bengio), adjusted for so many losses (Holm).
 *
 *     pnpm --filter @sigf1/docs table ../results/all-losses/results.json
 */
import { readFileSync } from "node:fs";
import { holm, meanInterval, pairedTTest } from "@sigf1/metrics";

const [path] = process.argv.slice(2);
const { rows, split } = JSON.parse(readFileSync(path, "utf8"));
const REFERENCE = "binary-cross-entropy";
const testTrainRatio = split.resampled ? split.test / split.train : 0;
const losses = [...new Set(rows.map(({ loss }) => loss))];

/** A figure under a rule, by seed. */
const values = (loss, decision, metric) =>
  rows
    .filter((row) => row.loss === loss && row.decision === decision)
    .sort((a, b) => a.seed - b.seed)
    .map(({ metrics }) => metrics[metric]);

/** Mean and interval; ▲ or ▼ where a loss is better or worse than cross-entropy at the 5 % level. */
function column(decision) {
  const reference = values(REFERENCE, decision, "macroF1");
  const tests = losses.map((loss) =>
    pairedTTest(values(loss, decision, "macroF1"), reference, { testTrainRatio }),
  );
  const adjusted = holm(tests.map(({ p }) => p));
  return losses.map((loss, i) => {
    const { mean, halfWidth } = meanInterval(values(loss, decision, "macroF1"), { testTrainRatio });
    const sign = adjusted[i] >= 0.05 ? "" : tests[i].meanDifference > 0 ? " ▲" : " ▼";
    const labels = values(loss, decision, "labelsPerExample");
    const perExample = labels.reduce((sum, x) => sum + x, 0) / labels.length;
    return {
      mean,
      text: `${mean.toFixed(3)} ± ${halfWidth.toFixed(3)}${sign} | ${perExample.toFixed(2)}`,
    };
  });
}

const [fixed, tuned] = ["threshold-0.5", "tuned-global"].map(column);
console.log("| loss | macro F1, threshold 0.5 | labels | macro F1, tuned threshold | labels |");
console.log("| --- | --- | --- | --- | --- |");
const order = losses.map((_, i) => i).sort((a, b) => fixed[b].mean - fixed[a].mean);
for (const i of order) console.log(`| ${losses[i]} | ${fixed[i].text} | ${tuned[i].text} |`);
