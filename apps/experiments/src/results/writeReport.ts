import { join } from "node:path";
import { renderReport } from "../report/renderReport.js";
import { readResults } from "./readResults.js";
import { writeAtomically } from "./writeAtomically.js";

/** Writes `report.html` from the results in a folder; returns its path. */
export async function writeReport(folder: string): Promise<string> {
  const path = join(folder, "report.html");
  await writeAtomically(path, await renderReport(await readResults(folder)));
  return path;
}
