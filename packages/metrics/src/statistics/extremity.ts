import type { Alternative } from "./Alternative.js";

/** How far a difference speaks for the alternative: the larger, the more extreme. */
export function extremity(difference: number, alternative: Alternative): number {
  if (alternative === "two-sided") return Math.abs(difference);
  return alternative === "greater" ? difference : -difference;
}
