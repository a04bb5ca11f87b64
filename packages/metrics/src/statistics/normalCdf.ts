import { regularizedGammaTail } from "./regularizedGammaTail.js";

/** P(Z ≤ z) for the standard normal distribution: ½ Q(½, z²/2) for z ≤ 0, and by symmetry above. */
export function normalCdf(z: number): number {
  const tail = regularizedGammaTail(0.5, (z * z) / 2) / 2;
  return z > 0 ? 1 - tail : tail;
}
