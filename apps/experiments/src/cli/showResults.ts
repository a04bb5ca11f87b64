import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { finishedOutcome } from "../progress/describeOutcome.js";
import { printTable } from "../report/printTable.js";
import type { CellResults } from "../results/Results.js";
import { writeReport } from "../results/writeReport.js";

/**
 * Writes the report of a study's results, and prints its tables, or `results.json`.
 * @param end told where they are
 */
export async function showResults(
  cells: readonly CellResults[],
  out: string,
  json: true | undefined,
  end: (text: string) => void,
): Promise<void> {
  const { html } = await writeReport(out);
  if (json) process.stdout.write(await readFile(join(out, "results.json"), "utf8"));
  else for (const cell of cells) process.stdout.write(printCell(cell, cells.length > 1));
  end(finishedOutcome(out, html));
}

function printCell({ name, results }: CellResults, several: boolean): string {
  const { isTTY, columns: width } = process.stdout;
  return `${several ? `\n${name}\n` : ""}${printTable(results, isTTY ? { width } : {})}`;
}
