import type { ConfusionOptions } from "../confusion/ConfusionOptions.js";
import { confusionChecks } from "../confusion/confusionChecks.js";
import { checkOptions, type OptionChecks } from "../options/checkOptions.js";
import { integerFrom } from "../options/integerFrom.js";
import { numberThat } from "../options/numberThat.js";
import { oneOf } from "../options/oneOf.js";
import { seedCheck } from "../options/seedCheck.js";
import type { BayesianScope } from "./BayesianScope.js";

/** Options of `bayesianSigmoidF1`. */
export interface BayesianSigmoidF1Options extends ConfusionOptions {
  /** What has a pair (β, η) of its own: the whole batch (`global`, default), each `class`, or each `example`. */
  readonly scope?: BayesianScope;
  /** β₀ > 0, the prior median of β. Default 1. */
  readonly beta?: number;
  /** η₀, the prior mean of η. Default 0. */
  readonly eta?: number;
  /** σ_β > 0, the prior standard deviation of log β. Default 0.5. */
  readonly betaScale?: number;
  /** σ_η > 0, the prior standard deviation of η. Default 0.5. */
  readonly etaScale?: number;
  /** τ > 0 divides T; above 1 the posterior is wider, and tends to the prior. Default 1. */
  readonly temperature?: number;
  /** Transitions, each with a draw, that a call makes. Default 2. */
  readonly steps?: number;
  /** How many of the last draws the loss averages over, from 1 to `steps`. Default `steps`. */
  readonly draws?: number;
  /** Transitions that adapt the step size, by less and less, before it is frozen. Default Infinity. */
  readonly warmup?: number;
  /** An integer in [0, 2³² − 1]; the same seed gives the same draws. Default 0. */
  readonly seed?: number;
}

const positive = numberThat("a number above 0", (x) => x > 0);

const checks: OptionChecks<BayesianSigmoidF1Options> = {
  scope: oneOf("global", "class", "example"),
  beta: positive,
  eta: numberThat("a finite number"),
  betaScale: positive,
  etaScale: positive,
  temperature: positive,
  steps: integerFrom(1),
  draws: integerFrom(1),
  warmup: {
    ...integerFrom(0),
    expected: "an integer of at least 0, or Infinity",
    inRange: (n: number) => n === Number.POSITIVE_INFINITY || integerFrom(0).inRange(n as never),
  },
  seed: seedCheck,
  ...confusionChecks,
};

/** @throws TypeError, RangeError naming the option and what was received */
export function checkBayesian(options: BayesianSigmoidF1Options): void {
  checkOptions("bayesianSigmoidF1", options, checks);
  const { steps = 2, draws = steps } = options;
  if (draws > steps)
    throw new RangeError(
      `bayesianSigmoidF1: option "draws" must be at most "steps", ${steps}; received ${draws}`,
    );
}
