import { join } from "node:path";
import type { Study } from "../config/Study.js";
import type { CellResults } from "../results/Results.js";
import { studyResults } from "../results/studyResults.js";
import { writeAtomically } from "../results/writeAtomically.js";

/** Writes the `results.json` of several cells; that of a single one is the study's already. */
export async function saveStudyResults(
  out: string,
  study: Pick<Study, "name" | "settings">,
  cells: readonly CellResults[],
): Promise<void> {
  const [first, ...others] = cells;
  if (first === undefined || first.folder === ".") return;
  const results = studyResults(study, [first, ...others]);
  await writeAtomically(join(out, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
}
