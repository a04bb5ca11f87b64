import { kernelWidth } from "./kernelWidth.js";
import { meanOf } from "./meanOf.js";

/**
 * The density of values at a point, by Gaussian kernels of Silverman's width.
 * @param values at least two different ones
 */
export function kernelDensity(values: readonly number[]): (x: number) => number {
  const width = kernelWidth(values);
  const height = 1 / (width * Math.sqrt(2 * Math.PI));
  return (x) => meanOf(values.map((value) => height * Math.exp(-0.5 * ((x - value) / width) ** 2)));
}
