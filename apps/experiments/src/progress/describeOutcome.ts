import { join } from "node:path";
import { isFolder } from "../results/isFolder.js";
import type { CellResults } from "../results/Results.js";

/** What became of a study whose runs all had their turn. */
export function finishedOutcome(out: string, report?: string): string {
  const results = `results: ${join(out, "results.json")}`;
  return report === undefined ? results : `${results}\nreport:  ${report}`;
}

/** That other shards are to be run; nothing where every run is complete. */
export function shardOutcome(cells: readonly CellResults[], out: string): string | undefined {
  const complete = cells.reduce((sum, { results }) => sum + results.runs.length, 0);
  const planned = cells.reduce((sum, { results }) => sum + results.planned, 0);
  if (complete >= planned) return undefined;
  return `${complete} of ${planned} runs are complete in ${out}: run the other shards, or without a shard, for the rest`;
}

/** That a study was stopped, and what is kept of it. */
export async function interruptedOutcome(out: string): Promise<string> {
  const kept = (await isFolder(out))
    ? `finished runs and checkpoints are in ${out}`
    : "no run was begun";
  return `interrupted; ${kept}: run again to do the rest`;
}
