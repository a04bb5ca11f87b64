import { concat, mul, reshape, square, sub, sum, type Tensor2D, tidy } from "@tensorflow/tfjs-core";
import type { Target } from "../sampling/Target.js";
import type { ChainLayout } from "./chainLayout.js";
import { type ScalePrior, scalesAt } from "./ScalePrior.js";
import type { BatchF1 } from "./smoothF1.js";
import type { Total } from "./totals.js";

/**
 * The posterior exp(−T·L(β, η)) · prior, with L = 1 − mean F1 over the matrices, in units of the prior
 * (`scalesAt`): log density T·mean F1 − |θ|²/2 up to a constant, and its gradient in closed form.
 * @param perPair sums over what one pair acts on
 */
export function scalePosterior(
  batchF1: BatchF1,
  prior: ScalePrior,
  { shape, chains, pairs }: ChainLayout,
  perPair: Total,
  t: number,
): Target {
  return (position) =>
    tidy(() => {
      const scales = scalesAt(position, prior, shape);
      const { f1, u, slopes } = batchF1(scales);
      const perMatrix = t / f1.size;
      const byLogBeta = mul(perPair(mul(u, slopes)), perMatrix * prior.betaScale);
      const byEta = mul(mul(perPair(slopes), scales.beta), perMatrix * prior.etaScale);
      const byPosition = concat([reshape(byLogBeta, [pairs]), reshape(byEta, [pairs])]);
      const fit = reshape(chains === 1 ? sum(f1) : f1, [1, chains]);
      return {
        value: sub(mul(fit, perMatrix), mul(sum(square(position), 0, true), 0.5)) as Tensor2D,
        gradient: sub(reshape(byPosition, position.shape), position) as Tensor2D,
      };
    });
}
