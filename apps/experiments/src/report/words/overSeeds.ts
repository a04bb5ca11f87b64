import type { Summary } from "../statistics/Summary.js";

/** `Mean over 3 seeds`, or `One seed`: what a mark in a figure stands for. */
export function overSeeds({ seeds }: Pick<Summary, "seeds">, what = "mean"): string {
  return seeds.length === 1 ? "one seed" : `${what} over ${seeds.length} seeds`;
}
