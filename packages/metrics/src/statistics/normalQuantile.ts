import { invertTail } from "./invertTail.js";
import { normalCdf } from "./normalCdf.js";

/**
 * The z with P(Z ≤ z) = p for the standard normal distribution, by bisection.
 * @param p probability in (0, 1)
 */
export function normalQuantile(p: number): number {
  // By symmetry only the lower tail is searched, where the distribution function keeps its digits.
  if (p > 0.5) return -normalQuantile(1 - p);
  return -invertTail((z) => normalCdf(-z), p);
}
