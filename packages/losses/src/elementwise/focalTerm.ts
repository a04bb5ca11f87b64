import { exp, mul, neg, softplus, type Tensor2D } from "@tensorflow/tfjs-core";

/** (1 − σ(x))^γ · (−log σ(x)), entry by entry: what `focal` makes of a positive. */
export function focalTerm(x: Tensor2D, gamma: number): Tensor2D {
  // The power as an exponential: the slope of pow(1 − σ(x), γ) is infinite or 0/0 at 0 for γ < 1.
  return mul(exp(mul(softplus(x), -gamma)), softplus(neg(x)));
}
