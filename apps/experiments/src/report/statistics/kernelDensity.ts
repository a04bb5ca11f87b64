import { meanOf } from "./meanOf.js";

/**
 * The density of values at a point, by Gaussian kernels whose standard deviation is Silverman's: 0.9 · sd · n^(−1/5).
 * @param values at least two different ones
 */
export function kernelDensity(values: readonly number[]): (x: number) => number {
  const mean = meanOf(values);
  const deviation = Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
  const bandwidth = 0.9 * deviation * values.length ** -0.2;
  const height = 1 / (bandwidth * Math.sqrt(2 * Math.PI));
  return (x) =>
    meanOf(values.map((value) => height * Math.exp(-0.5 * ((x - value) / bandwidth) ** 2)));
}
