import { regularizedGammaTail } from "./regularizedGammaTail.js";

/**
 * P(X > x) for the chi-square distribution, Q(df/2, x/2).
 * @param x any number, infinities included
 * @param df degrees of freedom, above 0
 */
export function chiSquareTail(x: number, df: number): number {
  return regularizedGammaTail(df / 2, x / 2);
}
