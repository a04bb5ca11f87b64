import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { CellResults } from "../results/Results.js";
import { CellRecords } from "../run/CellRecords.js";
import { RunFolders } from "../run/RunFolders.js";
import { type RunIdentity, runFolderName } from "../run/RunIdentity.js";
import { saveStudyResults } from "../run/saveStudyResults.js";
import { QueueError } from "./QueueError.js";
import type { RunQueue } from "./RunQueue.js";
import { runKey, type Sweep, type SweepCell } from "./Sweep.js";
import type { SweepStore } from "./SweepStore.js";
import { sharedFolder } from "./sharedFolder.js";

/** What was collected: the results, or how many runs are not done. */
export type Collection =
  | { readonly type: "whole"; readonly cells: readonly CellResults[] }
  | { readonly type: "partial"; readonly done: number; readonly runs: number };

/** From where and to where. */
export interface CollectSettings {
  readonly out: string;
  /** Where this machine has the shared folder of the workers. */
  readonly shared?: string;
}

/**
 * Writes the runs that are done into folders of `out`, as they would be had they been done here, and once none is
 * left that may still be done, `results.json`. Runs that failed stand in it as failures.
 */
export async function collectSweep(
  sweep: Sweep,
  store: SweepStore,
  queue: RunQueue,
  { out, shared }: CollectSettings,
): Promise<Collection> {
  const jobs = await queue.jobs(sweep.id);
  const done = await store.done(sweep.id);
  const collected: { readonly cell: SweepCell; readonly records: CellRecords }[] = [];
  let open = 0;
  const runs = sweep.cells.reduce((sum, cell) => sum + cell.runs.length, 0);
  for (const [i, cell] of sweep.cells.entries()) {
    const folders = new RunFolders(join(out, cell.folder));
    const tasks = cell.runs.map((identity) => ({ identity }));
    const records = new CellRecords(cell.experiment, cell.facts, tasks, folders, sweep.command);
    await records.read(tasks);
    for (const task of tasks) {
      const key = runKey({ cell: i, run: runFolderName(task.identity) });
      const stored = done.get(key);
      const queued = jobs.get(key);
      if (records.has(task)) continue;
      if (stored?.shared !== undefined) {
        if (shared === undefined) {
          throw new QueueError(
            `${done.size} of ${runs} runs are done, and are in the workers' shared folder (${stored.shared}): say by --shared where this machine has it`,
          );
        }
        await copyShared(sweep, cell, task.identity, { out, shared });
      } else if (stored !== undefined) {
        await folders.write(task.identity, await store.files(sweep.id, key, stored));
      } else if (queued?.state === "failed") {
        records.fail(task, queued.job.failedReason ?? "unknown");
      } else open += 1;
      if (stored !== undefined) await records.read([task]);
    }
    collected.push({ cell, records });
  }
  if (open > 0) return { type: "partial", done: runs - open, runs };
  const cells: CellResults[] = [];
  for (const { cell, records } of collected) {
    await records.save(join(out, cell.folder));
    const { name, values, folder } = cell;
    cells.push({ name, values, folder, results: records.results() });
  }
  await saveStudyResults(out, sweep.study, cells);
  return { type: "whole", cells };
}

async function copyShared(
  sweep: Sweep,
  cell: SweepCell,
  run: RunIdentity,
  { out, shared }: Required<CollectSettings>,
): Promise<void> {
  const path = join(cell.folder, "runs", runFolderName(run));
  const from = join(sharedFolder(shared, sweep.id), path);
  const to = join(out, path);
  if (from === to) throw new QueueError(`${from} is not complete, although its worker said so`);
  // What makes a run complete is written last.
  await cp(from, to, { recursive: true, filter: (file) => !file.endsWith("run.json") });
  await cp(join(from, "run.json"), join(to, "run.json")).catch(async () => {
    await rm(to, { recursive: true, force: true });
    throw new QueueError(`${from} has no complete run; is --shared ${shared} the right folder?`);
  });
}
