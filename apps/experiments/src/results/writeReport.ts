import { join } from "node:path";
import { readResults } from "./readResults.js";
import { writeAtomically } from "./writeAtomically.js";

/** Writes `report.html` from the results in a folder; returns its path. */
export async function writeReport(folder: string): Promise<string> {
  // Figures take a library that is slow to load; other commands do without.
  const { renderReport } = await import("../report/renderReport.js");
  const path = join(folder, "report.html");
  await writeAtomically(path, await renderReport(await readResults(folder)));
  return path;
}
