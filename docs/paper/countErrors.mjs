import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { decisionByName, labelCountError } from "@sigf1/metrics";
import { readNpy } from "../tables/readNpy.mjs";
import { readResults } from "../tables/readResults.mjs";

const FIXED = "threshold-0.5";

/**
 * How far the number of predicted labels is from the true one on the test part, mean |n̂ − n| over its examples, by the
 * fixed threshold: from the predictions that runs keep, since results have the mean of n̂ alone.
 * @param {string} path of `results.json`, beside which the runs lie
 * @returns {(loss: string, decision: string, seed: number) => number | undefined} undefined under other rules
 */
export function countErrors(path) {
  const rule = decisionByName(FIXED);
  const errors = new Map();
  for (const run of readResults(path).runs) {
    const folder = join(dirname(path), run);
    const { loss, seed } = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
    const [scores, labels] = ["scores", "labels"].map((kind) =>
      readNpy(join(folder, `test.${kind}.npy`)),
    );
    const decided = rule.fit(scores, labels).decide(scores);
    errors.set(`${seed} ${loss}`, labelCountError(labels, decided).meanAbsoluteError);
  }
  return (loss, decision, seed) => (decision === FIXED ? errors.get(`${seed} ${loss}`) : undefined);
}
