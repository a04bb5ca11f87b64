import { regularizedIncompleteBeta } from "./regularizedIncompleteBeta.js";

/**
 * P(T ≤ t) for Student's t distribution: ½ I_x(df/2, ½) with x = df/(df + t²) for t ≤ 0, and by symmetry above.
 * @param t any number, infinities included
 * @param df degrees of freedom, above 0
 */
export function studentTCdf(t: number, df: number): number {
  const square = t * t;
  // Of the two equal forms, the one whose x is not near 1, where rounding would cost digits.
  const tail =
    square < df
      ? (1 - regularizedIncompleteBeta(0.5, df / 2, square / (df + square))) / 2
      : regularizedIncompleteBeta(df / 2, 0.5, df / (df + square)) / 2;
  return t > 0 ? 1 - tail : tail;
}
