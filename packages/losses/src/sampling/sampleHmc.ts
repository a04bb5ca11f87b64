import {
  dispose,
  exp,
  mean,
  ones,
  type Rank,
  reshape,
  type Scalar,
  scalar,
  stack,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tensor2d,
  tidy,
  tile,
  transpose,
  valueAndGrad,
  zeros,
} from "@tensorflow/tfjs-core";
import { checkOptions } from "../options/checkOptions.js";
import { adaptStep } from "./adaptStep.js";
import { drawNoise } from "./drawNoise.js";
import { effectiveSampleSize } from "./effectiveSampleSize.js";
import { type HmcOptions, hmcChecks } from "./HmcOptions.js";
import { type HmcPoint, hmcTransition } from "./hmcTransition.js";
import { noiseOf } from "./noiseOf.js";
import { splitRHat } from "./splitRHat.js";
import type { Target } from "./Target.js";

/** The draws of `sampleHmc`, and how it did. */
export interface HmcResult {
  /** By chain, draw and parameter. */
  readonly draws: readonly (readonly (readonly number[])[])[];
  /** Mean acceptance probability after the warm-up, over the chains. */
  readonly acceptance: number;
  /** The adapted step size of each chain. */
  readonly stepSize: readonly number[];
  /** Effective sample size of each parameter's mean, over all chains; see `effectiveSampleSize`. */
  readonly ess: readonly number[];
  /** Split-R̂ of each parameter; see `splitRHat`. */
  readonly rHat: readonly number[];
}

/**
 * Draws from a distribution by Hamiltonian Monte Carlo with unit mass: a fixed number of leapfrog steps, of a
 * step size that each chain adapts during its warm-up and then keeps. Energies that are not finite are
 * rejected. Rescale a parameter whose spread differs much from that of the others.
 * @throws TypeError, RangeError naming the option and what was received; RangeError where the density or its
 *   gradient is not finite at `initial` (all as rejections)
 * @see Neal: MCMC using Hamiltonian dynamics (2011)
 */
export async function sampleHmc(options: HmcOptions): Promise<HmcResult> {
  checkOptions("sampleHmc", options, hmcChecks);
  const { logDensity, initial, chains = 4 } = options;
  // Chains do not meet in the density: the gradient of the sum is each one's own.
  const target: Target = (position) => {
    const density = (x: Tensor) => reshape(logDensity(x as Tensor2D), [1, chains]);
    const { value, grad } = valueAndGrad(density)(position, ones([1, chains]));
    return { value: value as Tensor2D, gradient: grad as Tensor2D };
  };
  const start = tidy(() => {
    const position = tile(tensor2d([...initial], [initial.length, 1]), [1, chains]);
    return { position, density: target(position) };
  });
  try {
    await checkStart(start);
    const sampled = tidy(() => run(target, start, options));
    try {
      return await summarise(sampled);
    } finally {
      dispose(sampled);
    }
  } finally {
    dispose(start);
  }
}

async function checkStart({ density }: HmcPoint): Promise<void> {
  const numbers = [...(await density.value.data()), ...(await density.gradient.data())];
  if (!numbers.every(Number.isFinite))
    throw new RangeError(
      `sampleHmc: the log density and its gradient must be finite at "initial"; received ${numbers.find((x) => !Number.isFinite(x))}`,
    );
}

type Sampled = {
  /** [chains, draws, parameters] */
  readonly draws: Tensor3D;
  readonly acceptance: Scalar;
  readonly stepSize: Tensor1D;
};

function run(target: Target, start: HmcPoint, options: HmcOptions): Sampled {
  const { draws = 1000, warmup = 500, leapfrogSteps = 8, targetAcceptance = 0.8 } = options;
  const { chains = 4, seed = 0, initial } = options;
  let point = start;
  let logStep = zeros<Rank.R2>([1, chains]);
  const positions: Tensor2D[] = [];
  const acceptances: Scalar[] = [];
  for (let t = 0; t < warmup + draws; t++) {
    const next = tidy(() => {
      const noise = noiseOf(drawNoise(seed, t, [1, initial.length, chains]), 0);
      const { acceptance, ...to } = hmcTransition(target, point, noise, logStep, leapfrogSteps);
      return {
        to,
        logStep: adaptStep(logStep, acceptance, scalar(t), { targetAcceptance, warmup }),
        acceptance: mean(acceptance) as Scalar,
      };
    });
    dispose(logStep);
    if (point !== start) dispose(point.density);
    if (t >= warmup) {
      positions.push(next.to.position);
      acceptances.push(next.acceptance);
    }
    point = next.to;
    logStep = next.logStep;
  }
  return {
    draws: transpose(stack(positions) as Tensor3D, [2, 0, 1]),
    acceptance: mean(stack(acceptances)),
    stepSize: reshape(exp(logStep), [chains]),
  };
}

async function summarise({ draws, acceptance, stepSize }: Sampled): Promise<HmcResult> {
  const byChain = await draws.array();
  const byParameter = Array.from({ length: draws.shape[2] }, (_, k) =>
    byChain.map((chain) => chain.map((draw) => draw[k] ?? Number.NaN)),
  );
  return {
    draws: byChain,
    acceptance: await acceptance.array(),
    stepSize: await stepSize.array(),
    ess: byParameter.map(effectiveSampleSize),
    rHat: byParameter.map(splitRHat),
  };
}
