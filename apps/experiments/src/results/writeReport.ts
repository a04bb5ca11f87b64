import { join } from "node:path";
import { renderReport } from "../report/renderReport.js";
import { readResults } from "./readResults.js";
import { writeAtomically } from "./writeAtomically.js";

/** Writes `report.html` from the results in a folder; returns its path. */
export async function writeReport(folder: string): Promise<string> {
  const { results, runs } = await readResults(folder);
  const path = join(folder, "report.html");
  const { validationMetric, command, environment } = results;
  const input = { results, runs, validationMetric, command, environment };
  await writeAtomically(path, await renderReport(input));
  return path;
}
