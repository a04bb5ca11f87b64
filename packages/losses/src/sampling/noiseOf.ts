import { reshape, slice, type Tensor, type Tensor2D } from "@tensorflow/tfjs-core";
import type { NoiseOfSteps } from "./drawNoise.js";
import type { HmcNoise } from "./hmcTransition.js";

/** The randomness of one of the steps. */
export function noiseOf({ momenta, uniforms }: NoiseOfSteps, step: number): HmcNoise {
  const row = (x: Tensor): Tensor2D => {
    const [, rows = 1, chains = 1] = x.shape;
    return reshape(slice(x, [step, 0, 0], [1, rows, chains]), [rows, chains]);
  };
  return { momenta: row(momenta), uniforms: row(uniforms) };
}
