import { normalCdf } from "./normalCdf.js";
import { normalQuantile } from "./normalQuantile.js";

/**
 * The quantiles of the resampled statistics that bound the bias-corrected and accelerated interval (Efron, JASA 82,
 * 1987): Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))) for z = Φ⁻¹((1 ∓ level)/2).
 *
 * z₀ = Φ⁻¹(share of the resampled statistics below the observed one, equal ones counting half). A share of 0 or 1 has
 * no finite z₀, where SciPy gives NaN: it counts as half a resample away from it.
 * @param rising the resampled statistics in rising order
 */
export function bcaLevels(
  rising: Float64Array,
  observed: number,
  acceleration: number,
  level: number,
): readonly [number, number] {
  const half = 0.5 / rising.length;
  let below = 0;
  for (const value of rising) below += value < observed ? 1 : value === observed ? 0.5 : 0;
  const bias = normalQuantile(Math.min(1 - half, Math.max(half, below / rising.length)));
  const adjusted = (z: number) => {
    const shifted = bias + z;
    const denominator = 1 - acceleration * shifted;
    // Towards 0 the fraction goes to the infinity of its numerator's sign; beyond, it would come back from the other.
    return denominator > 0 ? normalCdf(bias + shifted / denominator) : shifted > 0 ? 1 : 0;
  };
  const z = normalQuantile((1 + level) / 2);
  return [adjusted(-z), adjusted(z)];
}
