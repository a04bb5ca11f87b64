import { join } from "node:path";
import type { CellResults } from "./Results.js";
import { writeReport } from "./writeReport.js";

/** Writes the report of each cell in its folder; returns the path of the one to open first. */
export async function writeReports(out: string, cells: readonly CellResults[]): Promise<string> {
  const paths: string[] = [];
  for (const { folder } of cells) paths.push((await writeReport(join(out, folder))).html);
  return paths[0] ?? out;
}
