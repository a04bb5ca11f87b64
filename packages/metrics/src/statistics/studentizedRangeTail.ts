import { normalCdf } from "./normalCdf.js";

const STEP = 1 / 16;

/**
 * P(Q > q) for the studentized range of k means with infinitely many degrees of freedom, that is for the range of k
 * independent standard normal variables: k ∫ φ(z) {Φ(z)^(k−1) − [Φ(z) − Φ(z−q)]^(k−1)} dz over the largest of them.
 * Relative error below 1e-11 for k ≤ 200 and q ≤ 20 (golden values of mpmath).
 *
 * The integrand is smooth and falls off like φ at both ends, where the trapezoidal rule converges exponentially
 * (Trefethen & Weideman, SIAM Review 56, 2014). The form above, not 1 − P(Q ≤ q), keeps the digits of small tails.
 * @param q any number
 * @param k number of means, at least 2
 */
export function studentizedRangeTail(q: number, k: number): number {
  if (q <= 0) return 1;
  let sum = 0;
  // Outside, the integrand is below 1e-15 of its largest value.
  const steps = Math.ceil((q + 18) / STEP);
  for (let i = 0; i <= steps; i++) {
    const z = -9 + i * STEP;
    const largest = normalCdf(z);
    const share = -Math.expm1((k - 1) * Math.log1p(-normalCdf(z - q) / largest));
    sum += Math.exp((-z * z) / 2) * largest ** (k - 1) * share;
  }
  return Math.min(1, (k * STEP * sum) / Math.sqrt(2 * Math.PI));
}
