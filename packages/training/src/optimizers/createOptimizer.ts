import type { Variable } from "@tensorflow/tfjs-core";
import { adam } from "./adam.js";
import type { Optimizer, OptimizerOptions } from "./Optimizer.js";
import { sgd } from "./sgd.js";

const known: Readonly<Record<string, readonly string[]>> = {
  adam: ["learningRate", "beta1", "beta2", "epsilon"],
  sgd: ["learningRate", "momentum"],
} satisfies Record<OptimizerOptions["name"], readonly string[]>;

/**
 * Makes the optimiser that the options name, for these weights.
 * @throws TypeError when the optimiser does not know an option, naming those that it knows
 * @throws RangeError when a number is out of range or the name is unknown
 */
export function createOptimizer(
  weights: readonly Variable[],
  options: OptimizerOptions,
): Optimizer {
  const { name, ...numbers } = options;
  const keys = known[name];
  if (keys === undefined) {
    throw new RangeError(`optimizer.name must be "adam" or "sgd", got "${name}"`);
  }
  for (const [key, value] of Object.entries(numbers)) {
    if (!keys.includes(key)) {
      throw new TypeError(`optimizer.${key} is unknown; ${name} takes ${keys.join(", ")}`);
    }
    const decay = key !== "learningRate" && key !== "epsilon";
    if (!(decay ? value >= 0 && value < 1 : value > 0 && value < Number.POSITIVE_INFINITY)) {
      throw new RangeError(
        `optimizer.${key} must be ${decay ? "in [0, 1)" : "positive"}, got ${value}`,
      );
    }
  }
  return options.name === "adam" ? adam(weights, options) : sgd(weights, options);
}
