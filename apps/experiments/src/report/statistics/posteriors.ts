import type { LossDiagnostics, ParameterDiagnostics } from "@sigf1/losses";
import type { RunRecord } from "../../results/Results.js";
import { quantile } from "../../statistics/quantile.js";
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
    return names.map((parameter) => {
      const seeds = sampled.flatMap(({ parameters, acceptance }) =>
        parameters.filter(({ name }) => name === parameter).map((p) => ({ ...p, acceptance })),
      );
      const values = seeds.flatMap(({ values = [] }) => values).sort((a, b) => a - b);
      return {
        loss,
        parameter,
        draws: Math.max(...sampled.map(({ draws }) => draws)),
        ...overSeeds(seeds),
        ...(values.length > 0 && {
          interval: [quantile(values, 0.025), quantile(values, 0.975)] as const,
        }),
      };
    });
  });
}

/** What the draws of a parameter say with one seed. */
type Seed = ParameterDiagnostics & Pick<LossDiagnostics, "acceptance">;

const least = (values: readonly number[]) => Math.min(...values);
const highest = (values: readonly number[]) => Math.max(...values);

const figures: readonly {
  readonly key: "mean" | "sd" | "leastEss" | "highestRHat" | "acceptance";
  readonly of: (seed: Seed) => number | null;
  readonly fold: (values: readonly number[]) => number;
}[] = [
  { key: "mean", of: ({ mean }) => mean, fold: meanOf },
  { key: "sd", of: ({ sd }) => sd, fold: meanOf },
  { key: "leastEss", of: ({ ess }) => ess, fold: least },
  { key: "highestRHat", of: ({ rHat }) => rHat, fold: highest },
  { key: "acceptance", of: ({ acceptance }) => acceptance, fold: meanOf },
];

/** Every figure that a seed has. */
function overSeeds(seeds: readonly Seed[]): Partial<Posterior> {
  const entries = figures.flatMap(({ key, of, fold }) => {
    const values = seeds.map(of).filter((value) => value !== null);
    return values.length > 0 ? [[key, fold(values)]] : [];
  });
  return Object.fromEntries(entries);
}
