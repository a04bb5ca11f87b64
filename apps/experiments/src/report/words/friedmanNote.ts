import type { Ranking } from "../statistics/rankMethods.js";

/** What Friedman's test says, and so whether pairs may be told apart. */
export function friedmanNote({ p }: Ranking): string {
  const shown = p < 0.001 ? "p < .001" : `p = ${p.toFixed(3).replace(/^0/, "")}`;
  return p < 0.05
    ? `Friedman's test (Iman and Davenport's form) finds differences, ${shown}.`
    : `Friedman's test (Iman and Davenport's form) finds no difference, ${shown}: no pair is to be read as different.`;
}
