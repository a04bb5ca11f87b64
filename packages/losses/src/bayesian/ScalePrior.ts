import { add, exp, mul, reshape, split, type Tensor, type Tensor2D } from "@tensorflow/tfjs-core";

/** log β ~ N(log β₀, σ_β²) and η ~ N(η₀, σ_η²), independent. */
export interface ScalePrior {
  /** β₀ */
  readonly beta: number;
  /** η₀ */
  readonly eta: number;
  /** σ_β */
  readonly betaScale: number;
  /** σ_η */
  readonly etaScale: number;
}

/** β and η, of shapes that broadcast against [examples, classes]. */
export type Scales = { readonly beta: Tensor2D; readonly eta: Tensor2D };

/**
 * β and η of a position in units of the prior, which makes it standard normal: log β = log β₀ + σ_β·θ, θ being
 * the first half of the position, row-major, and η = η₀ + σ_η·θ′, θ′ being the other.
 */
export function scalesAt(
  position: Tensor2D,
  prior: ScalePrior,
  shape: readonly [number, number],
): Scales {
  const [first, second] = split(position, 2) as [Tensor, Tensor]; // the two that are asked for
  return {
    beta: exp(
      add(mul(reshape(first, [...shape]), prior.betaScale), Math.log(prior.beta)),
    ) as Tensor2D,
    eta: add(mul(reshape(second, [...shape]), prior.etaScale), prior.eta),
  };
}
