import { invertTail } from "./invertTail.js";
import { studentTCdf } from "./studentTCdf.js";

/**
 * The t with P(T ≤ t) = p for Student's t distribution, by bisection.
 * @param p probability in (0, 1)
 * @param df degrees of freedom, above 0
 */
export function studentTQuantile(p: number, df: number): number {
  // By symmetry only the lower tail is searched, where the distribution function keeps its digits.
  if (p > 0.5) return -studentTQuantile(1 - p, df);
  return -invertTail((t) => studentTCdf(-t, df), p);
}
