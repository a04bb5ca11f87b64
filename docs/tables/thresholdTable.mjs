/**
 * Prints what the scores of each loss of an experiment on cancer-hallmarks are like: their mean and calibration error on
 * the test part, the threshold with the best micro F1 on the validation part, half of that F1, and the micro F1 of the
 * test part by thresholds per class that are tuned on the validation part, and (wrongly) on the test part itself.
 *
 *     pnpm --filter @sigf1/docs thresholds results/cancer-hallmarks/results.json [--data DIR]
 */
import {
  expectedCalibrationError,
  f1Score,
  meanInterval,
  tunedGlobal,
  tunedPerClass,
} from "@sigf1/metrics";
import { collectFigures } from "./collectFigures.mjs";
import { commandLine } from "./commandLine.mjs";
import { printTable } from "./printTable.mjs";
import { readResults } from "./readResults.mjs";
import { scoredRuns } from "./scoredRuns.mjs";

const { positionals, values } = commandLine(
  "pnpm --filter @sigf1/docs thresholds RESULTS.json [--data DIR]",
  1,
  { data: { type: "string" } },
);
const [path] = positionals;
const results = readResults(path);
const microF1 = (decision, { scores, labels }) =>
  f1Score(labels, decision.decide(scores), { average: "micro" });

const { columns, add } = collectFigures();
for await (const { loss, validation, test } of scoredRuns(path, results, values.data)) {
  const { scores, labels } = test;
  const tuned = tunedGlobal().fit(validation.scores, validation.labels);
  const honest = tunedPerClass().fit(validation.scores, validation.labels);
  const peeking = tunedPerClass().fit(scores, labels);
  const mean = scores.data.reduce((sum, score) => sum + score, 0) / scores.data.length;
  add("mean score", loss, mean);
  add("calibration error", loss, expectedCalibrationError(labels, scores, { average: "micro" }));
  add("tuned threshold", loss, tuned.threshold);
  add("F\\*/2", loss, microF1(tuned, validation) / 2);
  add("tuned on validation", loss, microF1(honest, test));
  add("tuned on test (wrong)", loss, microF1(peeking, test));
}
const { split } = results;
const text = (figures) => {
  const { mean, halfWidth } = meanInterval(figures, { testTrainRatio: split.test / split.train });
  return `${mean.toFixed(3)} ± ${halfWidth.toFixed(3)}`.replaceAll("0.", ".");
};
const [first] = columns.values();
printTable(
  "loss",
  [...first.keys()],
  [...columns].map(([title, column]) => ({
    title,
    cells: new Map([...column].map(([loss, values]) => [loss, text(values)])),
  })),
);
