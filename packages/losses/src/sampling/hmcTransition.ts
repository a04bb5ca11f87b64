import {
  abs,
  add,
  exp,
  less,
  logicalAnd,
  minimum,
  mul,
  slice,
  square,
  sub,
  sum,
  type Tensor2D,
  where,
  zerosLike,
} from "@tensorflow/tfjs-core";
import type { Density, Target } from "./Target.js";

/** Where each chain stands: its position [parameters, chains], and the density there. */
export type HmcPoint = {
  readonly position: Tensor2D;
  readonly density: Density;
};

/** The randomness of one transition. */
export type HmcNoise = {
  /** Standard normal, [parameters, chains]. */
  readonly momenta: Tensor2D;
  /** Uniform in [0, 1), [2, chains]: the first row decides on acceptance, the second jitters the step size. */
  readonly uniforms: Tensor2D;
};

const LARGEST = 3e38;

/**
 * One transition of Hamiltonian Monte Carlo with unit mass, as tensor operations alone: `leapfrogs`
 * leapfrog steps, and acceptance with probability min(1, exp(−ΔH)), by which every chain goes or stays on
 * its own. A chain whose ΔH is not finite stays, with probability 0.
 *
 * The step size of the transition is that given times 0.5 + u: with a fixed length a trajectory could
 * come back to where it began, again and again.
 * @param logStep log of the step size, [1, chains] or [1, 1]
 * @see Neal: MCMC using Hamiltonian dynamics (2011), sections 3.2 and 4.2
 */
export function hmcTransition(
  target: Target,
  start: HmcPoint,
  { momenta, uniforms }: HmcNoise,
  logStep: Tensor2D,
  leapfrogs: number,
): HmcPoint & { readonly acceptance: Tensor2D } {
  const chains = start.position.shape[1];
  const step = mul(exp(logStep), add(slice(uniforms, [1, 0], [1, chains]), 0.5));
  const half = mul(step, 0.5);
  let { position, density } = start;
  let p: Tensor2D = add(momenta, mul(half, density.gradient));
  for (let i = 1; i <= leapfrogs; i++) {
    position = add(position, mul(step, p));
    density = target(position);
    p = add(p, mul(i < leapfrogs ? step : half, density.gradient));
  }
  const kinetic = mul(sum(sub(square(p), square(momenta)), 0, true), 0.5);
  const gain: Tensor2D = sub(sub(density.value, start.density.value), kinetic);
  const finite = less(abs(gain), LARGEST); // not so where it is NaN
  const acceptance = where<Tensor2D>(finite, exp(minimum(gain, 0)), zerosLike(gain));
  const goes = logicalAnd(finite, less(slice(uniforms, [0, 0], [1, chains]), acceptance));
  const choose = (there: Tensor2D, here: Tensor2D) => where<Tensor2D>(goes, there, here);
  return {
    position: choose(position, start.position),
    density: {
      value: choose(density.value, start.density.value),
      gradient: choose(density.gradient, start.density.gradient),
    },
    acceptance,
  };
}
