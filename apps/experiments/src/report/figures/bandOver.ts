import { meanOf } from "../statistics/meanOf.js";
import type { Band } from "./Band.js";

/** One point of one seed's curve. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/**
 * Mean, lowest and highest of several curves at each x. Where curves end at different x (early stopping), the band
 * goes on as long as at least half of the curves do. Points that are not finite are left out.
 */
export function bandOver(curves: readonly (readonly CurvePoint[])[]): readonly Band[] {
  const values = new Map<number, number[]>();
  for (const { x, y } of curves.flat()) {
    if (!Number.isFinite(y)) continue;
    values.set(x, [...(values.get(x) ?? []), y]);
  }
  return [...values]
    .filter(([, ys]) => ys.length * 2 >= curves.length)
    .sort(([a], [b]) => a - b)
    .map(([x, ys]) => ({ x, mean: meanOf(ys), low: Math.min(...ys), high: Math.max(...ys) }));
}
