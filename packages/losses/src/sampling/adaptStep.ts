import {
  add,
  cast,
  less,
  mean,
  mul,
  pow,
  sub,
  type Tensor,
  type Tensor2D,
} from "@tensorflow/tfjs-core";

/** What the adaptation of a step size aims at. */
export interface Adaptation {
  /** The acceptance probability that is wanted, in (0, 1). */
  readonly targetAcceptance: number;
  /** How many transitions change the step size; after these it is frozen. */
  readonly warmup: number;
}

/**
 * The next log step size by Robbins and Monro: log ε + 2·(t + 1)^−0.6 · (acceptance − target) in transition t = `count`,
 * which ends where the mean acceptance is the target. One step size, [1, 1], for many chains follows their mean.
 * @see Andrieu, Thoms: A tutorial on adaptive MCMC (2008), section 4.2
 */
export function adaptStep(
  logStep: Tensor2D,
  acceptance: Tensor2D,
  count: Tensor,
  { targetAcceptance, warmup }: Adaptation,
): Tensor2D {
  // A tensor of Infinity is an error in tfjs's debug mode.
  const last = Math.min(warmup, Number.MAX_SAFE_INTEGER);
  const gain = mul(cast(less(count, last), "float32"), mul(pow(add(count, 1), -0.6), 2));
  const reached = logStep.size === 1 ? mean(acceptance) : acceptance;
  return add(logStep, mul(gain, sub(reached, targetAcceptance)));
}
