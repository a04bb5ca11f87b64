import type { Results } from "../../results/Results.js";
import { type HandMadeValues, handMadeResults } from "../handMadeResults.test.fixture.js";

/** What a hand-made variant is: its loss, its values, and one figure per seed. */
export interface HandMadeVariant {
  readonly base: string;
  readonly grid: Readonly<Record<string, unknown>>;
  readonly seeds: readonly number[];
}

/** Results of a grid, under one decision rule, with the names that a run would give its variants. */
export function gridResults(
  fileValues: Readonly<Record<string, unknown>>,
  variants: readonly HandMadeVariant[],
  others: HandMadeValues = {},
): Results {
  const named = variants.map((variant) => ({ ...variant, name: nameOf(variant) }));
  const values = named.map(({ name, seeds }) => [name, { "threshold-0.5": seeds }]);
  return handMadeResults(
    { ...Object.fromEntries(values), ...others },
    {
      settings: { losses: named.map(({ name, base, grid }) => ({ name, base, grid, fileValues })) },
    },
  );
}

/** The loss's name and all values. */
export function nameOf({ base, grid }: Pick<HandMadeVariant, "base" | "grid">): string {
  return [base, ...Object.entries(grid).map(([path, value]) => `${path}=${value}`)].join(" ");
}
