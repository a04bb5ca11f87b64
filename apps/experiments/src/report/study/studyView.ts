import type { CellResults } from "../../results/Results.js";
import { foldToChosen } from "../grid/foldVariants.js";
import { variantsOf } from "../grid/variantsOf.js";
import { type Ranking, rankMethods } from "../statistics/rankMethods.js";
import type { RuleSummary, Summary } from "../statistics/Summary.js";
import { summarise } from "../statistics/summarise.js";
import { ruleByValidation } from "../words/ruleByValidation.js";

/** What a report over several cells shows. */
export interface StudyView {
  readonly cells: readonly StudyCellView[];
  /** Losses of any cell, in the order in which the cells name them. */
  readonly losses: readonly string[];
  readonly baselines: readonly string[];
  /** Those of the losses that are classical baselines. */
  readonly classical: Summary["classical"];
  /** Those of the losses that a grid or a list multiplies: one row each, of the variant that validation chooses in the cell. */
  readonly chosen: ReadonlySet<string>;
  /** Number of each loss's colour. */
  readonly series: Summary["series"];
  /**
   * Ranks in `exampleF1` of the losses that every cell has, cells as blocks; undefined with fewer than three of either.
   */
  readonly ranking?: Ranking;
}

/** One cell under the decision rule that its validation data choose; of its variants the results have those chosen. */
export interface StudyCellView extends CellResults {
  readonly summary: Summary;
  /** Undefined where no run of the cell finished. */
  readonly rule?: RuleSummary;
}

/**
 * Each cell with one row a loss (`foldToChosen`), under one decision rule, the best on its validation part over its losses (`ruleByValidation`), and the ranks
 * of the losses over cells.
 * @param level confidence level of the intervals within a cell, in (0, 1)
 */
export function studyView(cells: readonly CellResults[], level?: number): StudyView {
  const views = cells.map((cell) => viewOf(cell, level));
  const union = (names: (cell: StudyCellView) => readonly string[]) => [
    ...new Set(views.flatMap(names)),
  ];
  const losses = union(({ summary }) => summary.losses);
  const ranked = losses.filter((loss) =>
    views.every((cell) => exampleF1(cell, loss) !== undefined),
  );
  const ranking = rankMethods(
    new Map(
      ranked.map((loss) => [
        loss,
        new Map(
          views.flatMap((cell) => {
            const value = exampleF1(cell, loss);
            return value === undefined ? [] : [[cell.name, value] as const];
          }),
        ),
      ]),
    ),
  );
  return {
    cells: views,
    losses,
    baselines: union(({ summary }) => summary.baselines),
    classical: new Set(union(({ summary }) => [...summary.classical])),
    chosen: new Set(
      cells.flatMap(({ results }) => [...variantsOf(results).values()].map(({ base }) => base)),
    ),
    series: new Map(losses.map((loss, i) => [loss, i])),
    ...(ranking && { ranking }),
  };
}

function viewOf(cell: CellResults, level?: number): StudyCellView {
  const results = foldToChosen(cell.results);
  const summary = summarise(results, level);
  const chosen = ruleByValidation(results);
  const rule = summary.rules.find(({ decision }) => decision === chosen);
  return { ...cell, results, summary, ...(rule && { rule }) };
}

function exampleF1({ rule }: StudyCellView, loss: string): number | undefined {
  return rule?.losses.find(({ name }) => name === loss)?.cells.exampleF1.mean;
}
