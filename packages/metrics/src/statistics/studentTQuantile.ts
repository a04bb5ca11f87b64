import { studentTCdf } from "./studentTCdf.js";

/**
 * The t with P(T ≤ t) = p for Student's t distribution, by bisection.
 * @param p probability in (0, 1)
 * @param df degrees of freedom, above 0
 */
export function studentTQuantile(p: number, df: number): number {
  // By symmetry only the lower tail is searched, where the distribution function keeps its digits.
  if (p > 0.5) return -studentTQuantile(1 - p, df);
  let low = -1;
  while (studentTCdf(low, df) > p) low *= 2;
  let high = 0;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (studentTCdf(middle, df) > p) high = middle;
    else low = middle;
  }
}
