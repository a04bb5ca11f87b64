import { adaptiveSigmoidF1 } from "./confusion/adaptiveSigmoidF1.js";
import { sigmoidF1 } from "./confusion/sigmoidF1.js";
import { softF1 } from "./confusion/softF1.js";
import { binaryCrossEntropy } from "./elementwise/binaryCrossEntropy.js";
import { crossEntropyCount } from "./elementwise/crossEntropyCount.js";
import { focal } from "./elementwise/focal.js";
import type { MultilabelLoss } from "./MultilabelLoss.js";

const factories = {
  "binary-cross-entropy": binaryCrossEntropy,
  focal,
  "cross-entropy-count": crossEntropyCount,
  "soft-f1": softF1,
  "sigmoid-f1": sigmoidF1,
  "adaptive-sigmoid-f1": adaptiveSigmoidF1,
};

type Factories = typeof factories;

/** The names of the losses. */
export type LossName = keyof Factories;

/** The options of each loss, by its name. */
export type LossOptions = {
  readonly [Name in LossName]: NonNullable<Parameters<Factories[Name]>[0]>;
};

/** Every name that `lossByName` takes. */
export const lossNames = Object.keys(factories) as readonly LossName[];

/**
 * Makes a loss from its name, as a configuration file gives it.
 * @param options those of the loss's factory
 * @throws RangeError for an unknown name, listing the known ones; and what the factory throws
 */
export function lossByName<Name extends LossName>(
  name: Name,
  options?: LossOptions[Name],
): ReturnType<Factories[Name]> {
  if (!Object.hasOwn(factories, name))
    throw new RangeError(`unknown loss "${name}"; known losses: ${lossNames.join(", ")}`);
  const make = factories[name] as (options?: LossOptions[Name]) => MultilabelLoss;
  return make(options) as ReturnType<Factories[Name]>;
}
