import type { Band } from "./Band.js";

/** The x-range that holds every curve. */
export function widestDomain(curves: readonly (readonly Band[])[]): readonly [number, number] {
  const xs = curves.flat().map(({ x }) => x);
  return [Math.min(...xs), Math.max(...xs)];
}
