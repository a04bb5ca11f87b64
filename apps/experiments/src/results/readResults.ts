import { join } from "node:path";
import type { Results, RunRecord } from "./Results.js";
import { readable } from "./readable.js";
import { readResultsFile } from "./readResultsFile.js";
import { readRun } from "./readRun.js";

/** Runs that are read at the same time: a process may have a thousand files open. */
const AT_ONCE = 64;

/**
 * The results in a folder, and the records of their runs.
 * @throws ConfigurationError where the folder holds no readable results
 */
export async function readResults(
  folder: string,
): Promise<{ readonly results: Results; readonly runs: readonly RunRecord[] }> {
  const results = await readResultsFile(folder);
  const runs: RunRecord[] = [];
  for (let from = 0; from < results.runs.length; from += AT_ONCE) {
    const batch = results.runs.slice(from, from + AT_ONCE).map((run) => join(folder, run));
    runs.push(...(await Promise.all(batch.map((run) => readable(run, () => readRun(run))))));
  }
  return { results, runs };
}
