import type { Averaged } from "../confusion/Average.js";

/** The mean of the classes' scores, or all of them with `none`. */
export function averageOfClasses<A extends "macro" | "micro" | "none">(
  values: Float64Array,
  average: A,
): Averaged<A> {
  const mean = () => values.reduce((sum, value) => sum + value, 0) / values.length;
  return (average === "none" ? Array.from(values) : mean()) as Averaged<A>;
}
