import type { GridPoint } from "../../config/GridPoint.js";
import type { Results, RunRecord } from "../../results/Results.js";
import { type ValidationChoice, validationChoice } from "../words/validationChoice.js";
import { isCondition } from "./isCondition.js";
import { sameValue } from "./sameValue.js";
import { variantsOf } from "./variantsOf.js";

/** What tables and curves show of an experiment, and what they leave to `results.json`. */
export interface FoldedResults {
  readonly results: Results;
  /** The runs of what is shown. */
  readonly runs: readonly RunRecord[];
  /** Variants with rows, shown or not; 0 without a grid. */
  readonly variants: number;
  /** Rows that are left out. */
  readonly rowsLeftOut: number;
}

/**
 * Keeps of each loss that a grid multiplies the variant with the file's own values, under the loss's own name, and the
 * one that validation chooses; among the corruptions of the data the file's own, where the grid has it. Results
 * without a grid are kept as they are.
 */
export function foldVariants(results: Results, runs: readonly RunRecord[] = []): FoldedResults {
  const variants = variantsOf(results);
  const present = [...variants].filter(([name]) => results.rows.some(({ loss }) => loss === name));
  /** Name of a variant that is shown → what it is called. */
  const shown = new Map<string, string>();
  for (const base of new Set(present.map(([, point]) => point.base))) {
    const own = present.filter(([, point]) => point.base === base);
    const chosen = chosenOf(results, base);
    const asFiled = own.find(([, point]) => isAsFiled(point, () => true));
    if (asFiled !== undefined) shown.set(asFiled[0], base);
    if (chosen !== undefined && !shown.has(chosen.loss)) shown.set(chosen.loss, chosen.loss);
  }
  const keep = <Item extends { readonly loss: string }>(items: readonly Item[]) =>
    items.flatMap((item) => {
      const loss = variants.has(item.loss) ? shown.get(item.loss) : item.loss;
      return loss === undefined ? [] : [{ ...item, loss }];
    });
  const rows = keep(results.rows);
  return {
    results: { ...results, rows },
    runs: keep(runs),
    variants: present.length,
    rowsLeftOut: results.rows.length - rows.length,
  };
}

/**
 * Keeps of each loss that a grid multiplies one variant, the one that validation chooses, under the loss's own name: the rows
 * of several experiments are then of the same methods.
 */
export function foldToChosen(results: Results): Results {
  const variants = variantsOf(results);
  const chosen = new Map(
    [...new Set([...variants.values()].map(({ base }) => base))].map((base) => [
      chosenOf(results, base)?.loss,
      base,
    ]),
  );
  const rows = results.rows.flatMap((row) => {
    const loss = variants.has(row.loss) ? chosen.get(row.loss) : row.loss;
    return loss === undefined ? [] : [{ ...row, loss }];
  });
  return { ...results, rows };
}

/** The variant of a loss that validation chooses, of those without added corruption where there are any. */
function chosenOf(results: Results, base: string): ValidationChoice | undefined {
  const present = new Set(results.rows.map(({ loss }) => loss));
  const own = [...variantsOf(results)].filter(
    ([name, point]) => point.base === base && present.has(name),
  );
  const uncorrupted = own.filter(([, point]) => isAsFiled(point, isCondition));
  const eligible = new Set((uncorrupted.length > 0 ? uncorrupted : own).map(([name]) => name));
  return validationChoice({
    ...results,
    rows: results.rows.filter(({ loss }) => eligible.has(loss)),
  });
}

/** Whether a variant has the file's own value on every axis that counts. */
function isAsFiled({ grid, fileValues }: GridPoint, counts: (path: string) => boolean): boolean {
  return Object.entries(fileValues).every(
    ([path, value]) => !counts(path) || sameValue(grid[path], value),
  );
}
