import type { Study } from "../config/Study.js";
import type { CellResults, StudyResults } from "./Results.js";

/** The results of the cells of a study as one. */
export function studyResults(
  { name, settings }: Pick<Study, "name" | "settings">,
  cells: readonly [CellResults, ...CellResults[]],
): StudyResults {
  const { engine, compiled, command, environment } = cells[0].results;
  return {
    experiment: name,
    version: 1,
    engine,
    compiled,
    cells: cells.map(({ results, ...cell }) => {
      const { dataset, encoder, split, planned, failures } = results;
      return { ...cell, dataset, ...(encoder && { encoder }), split, planned, failures };
    }),
    settings,
    command,
    environment,
    rows: cells.flatMap(({ name: cell, results }) => results.rows.map((row) => ({ ...row, cell }))),
  };
}
