import { advantage } from "./advantage.js";
import { allSupported } from "./allSupported.js";
import { meanOf } from "./meanOf.js";
import type { SeedValues } from "./SeedValues.js";

/**
 * The loss that may be called best in one column, if any: the one with the best mean, provided that it is better than
 * **every** other loss by a paired test over seeds (`advantage`), with p < .05 after Holm's correction over those
 * comparisons, and that its mean is not reached by a trivial baseline.
 *
 * @param losses values by loss; with fewer than two losses nothing is best.
 * @param baselines values by trivial baseline.
 */
export function bestLoss(
  losses: ReadonlyMap<string, SeedValues>,
  baselines: ReadonlyMap<string, SeedValues>,
  options: { readonly better: "high" | "low"; readonly testTrainRatio: number },
): string | undefined {
  const sign = options.better === "high" ? 1 : -1;
  const standing = (values: SeedValues) => sign * meanOf([...values.values()]);
  const [leader, ...others] = [...losses].sort(([, a], [, b]) => standing(b) - standing(a));
  if (leader === undefined || others.length === 0) return undefined;
  const [name, values] = leader;
  if ([...baselines.values()].some((baseline) => standing(baseline) >= standing(values))) {
    return undefined;
  }
  const pValues = others.map(([, other]) => advantage(values, other, options));
  return allSupported(pValues) ? name : undefined;
}
