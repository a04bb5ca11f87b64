import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { OptionChecks } from "../options/checkOptions.js";
import { integerFrom } from "../options/integerFrom.js";
import { numberThat } from "../options/numberThat.js";
import { seedCheck } from "../options/seedCheck.js";

/** Options of `sampleHmc`. */
export interface HmcOptions {
  /**
   * The log density up to a constant, in operations of tfjs-core that have gradients: from positions
   * [parameters, chains], one column for each chain, to [chains] or [1, chains].
   */
  readonly logDensity: (position: Tensor2D) => Tensor;
  /** Where all chains begin: one number for each parameter. */
  readonly initial: readonly number[];
  /** Draws that are kept of each chain. Default 1000. */
  readonly draws?: number;
  /** Transitions before them, which adapt the step size. Default 500. */
  readonly warmup?: number;
  /** Leapfrog steps of a transition. Default 8. */
  readonly leapfrogSteps?: number;
  /** The mean acceptance probability that the step size is adapted to, in (0, 1). Default 0.8. */
  readonly targetAcceptance?: number;
  /** Number of chains, which run side by side. Default 4. */
  readonly chains?: number;
  /** An integer in [0, 2³² − 1]; the same seed gives the same draws. Default 0. */
  readonly seed?: number;
}

const coordinate = numberThat("an array with one finite number per parameter");

export const hmcChecks: OptionChecks<HmcOptions> = {
  logDensity: {
    expected: "a function",
    hasType: (value) => typeof value === "function",
    inRange: () => true,
  },
  initial: {
    expected: coordinate.expected,
    hasType: (value) => Array.isArray(value) && value.every(coordinate.hasType),
    inRange: (value: readonly number[]) =>
      value.length > 0 && value.every((x) => coordinate.inRange(x as never)),
  },
  draws: integerFrom(1),
  warmup: integerFrom(0),
  leapfrogSteps: integerFrom(1),
  targetAcceptance: numberThat("a number between 0 and 1", (a) => a > 0 && a < 1),
  chains: integerFrom(1),
  seed: seedCheck,
};
