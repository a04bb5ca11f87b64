import { randomNormal, randomUniform, type Tensor2D, type Tensor3D } from "@tensorflow/tfjs-core";

/** The randomness of several transitions; see HmcNoise. */
export type NoiseOfSteps = {
  /** [steps, parameters, chains] */
  readonly momenta: Tensor3D;
  /** [steps, 2, chains] */
  readonly uniforms: Tensor3D;
  /** Standard normal, [parameters, chains]; where chains begin anew. */
  readonly start?: Tensor2D;
};

/** Draws the randomness of `steps` transitions, the same for the same seed and call. */
export function drawNoise(
  seed: number,
  call: number,
  [steps, parameters, chains]: readonly [number, number, number],
  beginsAnew = false,
): NoiseOfSteps {
  // No other call below 333,333 and no other seed has these three, all exact integers for seeds of 32 bits; 0 would be
  // no seed to tfjs.
  const first = seed * 1_000_003 + 3 * call + 1;
  const normal = <Shape extends number[]>(shape: Shape, offset: number) =>
    randomNormal(shape, 0, 1, "float32", first + offset);
  return {
    momenta: normal([steps, parameters, chains], 0) as Tensor3D,
    uniforms: randomUniform([steps, 2, chains], 0, 1, "float32", first + 1),
    ...(beginsAnew && { start: normal([parameters, chains], 2) as Tensor2D }),
  };
}
