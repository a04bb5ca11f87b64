/**
 * Positions of `count` items spread evenly over `total`, each in the middle of its equal share:
 * ⌊(k + ½) · total / count⌋ for k = 0 … count − 1. Ascending; a position stands several times where count > total.
 */
export function evenlySpaced(total: number, count: number): number[] {
  return Array.from({ length: count }, (_, k) => Math.floor(((k + 0.5) * total) / count));
}
