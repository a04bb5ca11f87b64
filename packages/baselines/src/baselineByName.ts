import { allPositive } from "./allPositive.js";
import type { Baseline } from "./Baseline.js";
import { baselineNames } from "./baselineNames.js";
import { prevalence } from "./prevalence.js";
import { type RandomOptions, random } from "./random.js";

/**
 * The baseline of that name.
 * @param name one of {@link baselineNames}
 * @param options the seed of `random`; the others draw nothing
 * @throws RangeError naming the known baselines when there is none of that name
 */
export function baselineByName(name: string, options: RandomOptions = {}): Baseline {
  switch (name) {
    case "all-positive":
      return allPositive();
    case "prevalence":
      return prevalence();
    case "random":
      return random(options);
    default:
      throw new RangeError(`no baseline "${name}"; expected one of ${baselineNames.join(", ")}`);
  }
}
