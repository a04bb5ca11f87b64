import type { Average } from "../confusion/ConfusionOptions.js";
import type { BayesianScope } from "./BayesianScope.js";

/** How the pairs (β, η) of a batch are laid out for the sampler. */
export interface ChainLayout {
  /** Shape of all β, and of all η, against [examples, classes]. */
  readonly shape: [number, number];
  /** Number of pairs. */
  readonly pairs: number;
  /** Independent chains: one per pair where the posterior is a product over the pairs, else one. */
  readonly chains: number;
  /** Rows of a position [parameters, chains]. */
  readonly parameters: number;
}

/**
 * With `macro` the loss is a mean over the classes, so that the pairs of different classes are independent a
 * posteriori, and each can have a chain of its own, of two parameters; so are those of examples with `samples`.
 */
export function chainLayout(
  scope: BayesianScope,
  average: Average,
  examples: number,
  classes: number,
): ChainLayout {
  const shape: [number, number] = [
    scope === "example" ? examples : 1,
    scope === "class" ? classes : 1,
  ];
  const pairs = shape[0] * shape[1];
  const factorises =
    (scope === "class" && average === "macro") || (scope === "example" && average === "samples");
  const chains = factorises ? pairs : 1;
  return { shape, pairs, chains, parameters: (2 * pairs) / chains };
}
