import type { Variable } from "@tensorflow/tfjs-core";
import { adam } from "./adam.js";
import type { Optimizer, OptimizerOptions } from "./Optimizer.js";
import { sgd } from "./sgd.js";

/**
 * Makes the optimiser that the options name, for these weights.
 * @throws RangeError when a number is out of range or the name is unknown
 */
export function createOptimizer(
  weights: readonly Variable[],
  options: OptimizerOptions,
): Optimizer {
  const { name, ...numbers } = options;
  for (const [key, value] of Object.entries(numbers)) {
    const decay = key !== "learningRate" && key !== "epsilon";
    if (!(decay ? value >= 0 && value < 1 : value > 0 && value < Number.POSITIVE_INFINITY)) {
      throw new RangeError(
        `optimizer.${key} must be ${decay ? "in [0, 1)" : "positive"}, got ${value}`,
      );
    }
  }
  switch (options.name) {
    case "adam":
      return adam(weights, options);
    case "sgd":
      return sgd(weights, options);
    default:
      throw new RangeError(`optimizer.name must be "adam" or "sgd", got "${name}"`);
  }
}
