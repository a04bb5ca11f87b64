import { join } from "node:path";
import type { Study, StudyCell } from "../config/Study.js";
import type { CellResults } from "../results/Results.js";
import { CellRuns } from "./CellRuns.js";
import { cellFolder } from "./cellFolder.js";
import type { PooledRuns } from "./jobs/TaskQueue.js";
import { WorkerPool } from "./jobs/WorkerPool.js";
import { OpenExperiment } from "./OpenExperiment.js";
import type { RunObserver } from "./RunEvent.js";
import type { RunSettings } from "./RunSettings.js";
import { runCell } from "./runCell.js";
import { type Shard, shardOf } from "./Shard.js";
import { SharedInputs } from "./SharedInputs.js";
import { StudyRecords } from "./StudyRecords.js";

export interface StudySettings extends RunSettings {
  /** Number of processes that do runs at the same time; default 1, this one. */
  readonly jobs?: number;
}

/**
 * Does every run of a study that `out` does not hold yet, cell after cell; several processes need not wait for each
 * other between two cells. The results of a single cell stand in `out` itself; those of several in folders named after
 * them, beside a `results.json` of them all.
 * @returns the cells' results; fewer than the study's where the signal stopped it
 * @throws as the first cell that cannot be begun
 */
export async function runStudy(study: Study, settings: StudySettings): Promise<CellResults[]> {
  const { jobs = 1, out, shard } = settings;
  const observer = warnOnce(settings.observer ?? (() => {}));
  observer({ event: "study", cells: study.cells.length, runs: countRuns(study, shard) });
  const records = new StudyRecords(study, settings);
  const settingsOf = ({ name }: StudyCell): CellSettings => ({
    ...settings,
    out: join(out, cellFolder(study, name)),
    observer: study.cells.length > 1 ? inCell(name, observer) : observer,
  });
  try {
    if (jobs > 1) await runInProcesses(study, settings, jobs, records, settingsOf);
    else await runHere(study, settings, records, settingsOf);
  } finally {
    await records.close();
  }
  return records.cells;
}

type CellSettings = RunSettings & { readonly observer: RunObserver };

async function runHere(
  { cells }: Study,
  { data, signal }: StudySettings,
  records: StudyRecords,
  settingsOf: (cell: StudyCell) => CellSettings,
): Promise<void> {
  const inputs = new SharedInputs(data);
  for (const cell of cells) {
    if (signal?.aborted) return;
    await runCell(cell.experiment, settingsOf(cell), inputs, (runs) => records.begin(cell, runs));
    await records.save(false);
  }
}

async function runInProcesses(
  study: Study,
  settings: StudySettings,
  jobs: number,
  records: StudyRecords,
  settingsOf: (cell: StudyCell) => CellSettings,
): Promise<void> {
  const { data, signal } = settings;
  const inputs = new SharedInputs(data);
  async function* begin(): AsyncGenerator<PooledRuns, void> {
    for (const cell of study.cells) {
      if (signal?.aborted) return;
      const own = settingsOf(cell);
      const { tasks, facts } = await OpenExperiment.open(cell.experiment, own, own, inputs);
      const runs = await CellRuns.begin(cell.experiment, { tasks, facts }, own);
      records.begin(cell, runs);
      const endCell = async () => {
        await runs.save();
        await records.save(false);
      };
      if (runs.ended) await endCell();
      yield {
        ...{ cell: cell.name, out: own.out, tasks: runs.todo, observer: own.observer },
        async onEnd(end) {
          await runs.end(end);
          if (runs.ended) await endCell();
        },
      };
    }
  }
  const pool = new WorkerPool(study.source, settings, jobs);
  try {
    await pool.run(begin(), signal);
  } finally {
    await pool.close();
  }
}

/** Number of the tasks that the cells' plans will have. */
function countRuns({ cells }: Study, shard: Shard | undefined): number {
  const counts = cells.map(({ experiment: { losses, baselines, seeds } }) => {
    const tasks = Array.from({ length: (losses.length + baselines.length) * seeds.length });
    return shard === undefined ? tasks.length : shardOf(shard, tasks).length;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Leaves out a warning that was told before: each cell and each process may have it. */
function warnOnce(observer: RunObserver): RunObserver {
  const told = new Set<string>();
  return (event) => {
    if (event.event === "warning") {
      if (told.has(event.text)) return;
      told.add(event.text);
    }
    observer(event);
  };
}

/** Tells of a cell's runs by its name, too. */
function inCell(cell: string, observer: RunObserver): RunObserver {
  return (event) =>
    observer("loss" in event || event.event === "plan" ? { ...event, cell } : event);
}
