import type { Results } from "../../results/Results.js";

/** What results are called: the experiment, and the cell where the study has several. */
export function titleOf({ experiment, cell }: Pick<Results, "experiment" | "cell">): string {
  return cell === undefined ? experiment : `${experiment}, ${cell.name}`;
}
