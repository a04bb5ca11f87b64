import type { Results, RowMetrics } from "../../results/Results.js";
import { metricColumns } from "../statistics/metricColumns.js";
import { ruleByValidation } from "../words/ruleByValidation.js";
import { watchedFigures } from "../words/watchedFigures.js";
import { foldVariants } from "./foldVariants.js";
import type { GridCell } from "./GridCell.js";
import { gridCells } from "./gridCells.js";

/** What the figures of a grid show: one metric under one decision rule. */
export interface GridView {
  readonly metric: keyof RowMetrics;
  readonly decision: string;
  readonly cells: readonly GridCell[];
  /** The axes, in the file's order. */
  readonly axes: readonly string[];
}

/**
 * The figure that early stopping watched, exampleF1 where losses watched several, under the rule that does best on the validation part over the losses that tables
 * show; undefined without a grid.
 * @param level confidence level of the intervals, in (0, 1)
 */
export function gridView(results: Results, level: number): GridView | undefined {
  const decision = ruleByValidation(foldVariants(results).results);
  if (decision === undefined) return undefined;
  const [watched, ...others] = watchedFigures(results);
  const metric =
    metricColumns.find(({ key }) => key === watched && others.length === 0)?.key ?? "exampleF1";
  const cells = gridCells(results, { metric, decision, level });
  const axes = Object.keys(cells[0]?.grid ?? {});
  if (axes.length === 0) return undefined;
  return { metric, decision, cells, axes };
}
