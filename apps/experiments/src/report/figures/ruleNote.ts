import type { Results } from "../../results/Results.js";
import type { GridView } from "../grid/gridView.js";

/** Which decision rule a figure of a grid shows, and how it was chosen where there was a choice. */
export function ruleNote({ decision }: GridView, { rows }: Results): string {
  const choice = rows.some((row) => row.decision !== decision)
    ? " (the best on the validation part, mean over the losses of the tables)"
    : "";
  return `decision rule ${decision}${choice}`;
}
