import { regularizedIncompleteBeta } from "./regularizedIncompleteBeta.js";

/**
 * P(X > x) for the F distribution: I_y(df2/2, df1/2) with y = df2/(df2 + df1 x).
 * @param x any number, infinities included
 * @param df1 degrees of freedom of the numerator, above 0
 * @param df2 degrees of freedom of the denominator, above 0
 */
export function fTail(x: number, df1: number, df2: number): number {
  if (x <= 0) return 1;
  // Of the two equal forms, the one whose argument is not near 1, where rounding would cost digits.
  const weighted = df1 * x;
  return weighted < df2
    ? 1 - regularizedIncompleteBeta(df1 / 2, df2 / 2, weighted / (df2 + weighted))
    : regularizedIncompleteBeta(df2 / 2, df1 / 2, df2 / (df2 + weighted));
}
