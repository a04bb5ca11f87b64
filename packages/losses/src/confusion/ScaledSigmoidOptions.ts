import type { PerClass } from "../options/perClass.js";

/** Options of S(u; β, η) = 1 / (1 + exp(−β(u + η))). */
export interface ScaledSigmoidOptions {
  /** β > 0, the steepness; a number or one per class. Default 1. */
  readonly beta?: PerClass;
  /** η, the offset; a number or one per class. Default 0. S ≥ 0.5 where u ≥ −η, whatever β. */
  readonly eta?: PerClass;
  /**
   * What u is: the logit z (default), or the probability σ(z). On probabilities S is nearly flat (at
   * β 10, η 1 it never leaves [.99995, 1]); that form exists to run published figures again.
   */
  readonly on?: "logits" | "probabilities";
}
