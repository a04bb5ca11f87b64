/**
 * What a paired test of `a` against `b` looks for: any difference (`two-sided`), `a` above `b` (`greater`) or `a` below
 * `b` (`less`).
 */
export type Alternative = (typeof alternatives)[number];

/** Every alternative. */
export const alternatives = ["two-sided", "greater", "less"] as const;
