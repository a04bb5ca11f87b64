import type { RunRecord } from "../../results/Results.js";
import { meanOf } from "./meanOf.js";

/** What the draws of one parameter say, over the seeds of a loss; each figure is absent where no seed has it. */
export interface Posterior {
  readonly loss: string;
  readonly parameter: string;
  /** Mean over seeds of the posterior mean. */
  readonly mean?: number;
  /** Mean over seeds of the posterior standard deviation. */
  readonly sd?: number;
  /** From the 2.5 % to the 97.5 % quantile of the draws of all seeds. */
  readonly interval?: readonly [number, number];
  /** The lowest effective sample size of a seed. */
  readonly leastEss?: number;
  /** The highest split-R̂ of a seed. */
  readonly highestRHat?: number;
  /** Mean acceptance probability, over seeds. */
  readonly acceptance?: number;
  /** Draws that each seed's figures are about. */
  readonly draws: number;
}

/** A row per loss and parameter that was sampled, in the order of the losses; none where nothing was. */
export function posteriors(
  runs: readonly RunRecord[],
  losses: readonly string[],
): readonly Posterior[] {
  return losses.flatMap((loss) => {
    const sampled = runs
      .filter((run) => run.loss === loss)
      .flatMap(({ diagnostics }) => diagnostics ?? []);
    const names = [
      ...new Set(sampled.flatMap(({ parameters }) => parameters.map(({ name }) => name))),
    ];
    return names.map((name) => {
      const seeds = sampled.flatMap(({ parameters }) => parameters.filter((p) => p.name === name));
      const draws = seeds.flatMap(({ values = [] }) => values).sort((a, b) => a - b);
      return {
        loss,
        parameter: name,
        draws: Math.max(...sampled.map((each) => each.draws)),
        ...figure(
          "mean",
          meanOf,
          seeds.map(({ mean }) => mean),
        ),
        ...figure(
          "sd",
          meanOf,
          seeds.map(({ sd }) => sd),
        ),
        ...(draws.length > 0 && {
          interval: [quantile(draws, 0.025), quantile(draws, 0.975)] as const,
        }),
        ...figure(
          "leastEss",
          least,
          seeds.map(({ ess }) => ess),
        ),
        ...figure(
          "highestRHat",
          highest,
          seeds.map(({ rHat }) => rHat),
        ),
        ...figure(
          "acceptance",
          meanOf,
          sampled.map(({ acceptance }) => acceptance),
        ),
      };
    });
  });
}

const least = (values: readonly number[]) => Math.min(...values);
const highest = (values: readonly number[]) => Math.max(...values);

function figure<Key extends string>(
  key: Key,
  fold: (values: readonly number[]) => number,
  values: readonly (number | null)[],
): { readonly [K in Key]?: number } {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? {} : ({ [key]: fold(present) } as { readonly [K in Key]: number });
}

/** By linear interpolation between the sorted values. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)]!; // both are within the list
  return below + (sorted[Math.ceil(at)]! - below) * (at % 1);
}
