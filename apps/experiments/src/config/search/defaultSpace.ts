import type { LossSettings } from "../lossSettings.js";
import type { SearchDimension, SearchPlan, SearchRange } from "./SearchPlan.js";

const linear = (min: number, max: number): SearchRange => ({
  min,
  max,
  scale: "linear",
  integer: false,
});
const log = (min: number, max: number): SearchRange => ({ ...linear(min, max), scale: "log" });

const sigmoid = { beta: log(1, 30), eta: linear(-2, 2) };
const constraint = { target: linear(0.5, 0.95) };

/** What is searched of each loss's options; a loss that is not here has none that trades one error for another. */
const options: Readonly<Record<string, Readonly<Record<string, SearchDimension>>>> = {
  "binary-cross-entropy": { posWeight: log(1, 10) },
  focal: { gamma: linear(0, 4), alpha: [null, 0.25, 0.5, 0.75] },
  "cross-entropy-count": { lambda: log(0.01, 1) },
  tencent: { posWeight: log(1, 30), keep: linear(0.1, 1) },
  asymmetric: { gammaPos: linear(0, 2), gammaNeg: linear(0, 6), margin: linear(0, 0.2) },
  hill: { gamma: linear(0, 4), lambda: linear(1, 2) },
  "class-balanced": { b: [0.9, 0.99, 0.999] },
  "distribution-balanced": { alpha: linear(0, 0.5), lambda: linear(1, 5) },
  "sigmoid-f1": sigmoid,
  "sigmoid-f-beta": sigmoid,
  "adaptive-sigmoid-f1": { to: log(2, 30), eta: sigmoid.eta },
  "confusion-surrogate": sigmoid,
  tversky: { fpWeight: linear(0.1, 0.9), fnWeight: linear(0.1, 0.9) },
  "any-loss": { scale: log(5, 100) },
  "two-way": { temperaturePos: log(0.5, 8), temperatureNeg: log(0.5, 8) },
  "recall-at-precision": constraint,
  "precision-at-recall": constraint,
  "f-beta-bound": { b: log(0.5, 2) },
};

/** What is searched where the file gives no space: the step size, the penalty, and what the loss has to be tuned. */
export function defaultSpace({ options: { use }, optimizer }: LossSettings): SearchPlan["space"] {
  return {
    "optimizer.learningRate": optimizer.use === "sgd" ? log(0.01, 1) : log(0.001, 0.1),
    "head.l2": log(1e-6, 1e-2),
    ...(Object.hasOwn(options, use) && options[use]),
  };
}
