import { join } from "node:path";
import type { Study } from "../config/Study.js";
import type { CellResults } from "../results/Results.js";
import { WorkerPool } from "./jobs/WorkerPool.js";
import type { RunObserver } from "./RunEvent.js";
import type { RunSettings } from "./RunSettings.js";
import { runCell } from "./runCell.js";
import { runHere } from "./runHere.js";
import { type Shard, shardOf } from "./Shard.js";
import { saveStudyResults } from "./saveStudyResults.js";

export interface StudySettings extends RunSettings {
  /** Number of processes that do runs at the same time; default 1, this one. */
  readonly jobs?: number;
}

/**
 * Does every run of a study that `out` does not hold yet, cell after cell. The results of a single cell stand in `out`
 * itself; those of several in folders named after them, beside a `results.json` of them all.
 * @returns the cells' results; fewer than the study's where the signal stopped it
 * @throws as the first cell that cannot be begun
 */
export async function runStudy(study: Study, settings: StudySettings): Promise<CellResults[]> {
  const { jobs = 1, out, shard, signal } = settings;
  const observer = warnOnce(settings.observer ?? (() => {}));
  const pool = jobs > 1 ? new WorkerPool(study.source, settings, jobs) : undefined;
  const several = study.cells.length > 1;
  observer({ event: "study", cells: study.cells.length, runs: countRuns(study, shard) });
  const done: CellResults[] = [];
  try {
    for (const { name, values, experiment } of study.cells) {
      if (signal?.aborted) break;
      const folder = several ? name : ".";
      const cellSettings = {
        ...settings,
        out: join(out, folder),
        observer: several ? inCell(name, observer) : observer,
      };
      const results = await runCell(experiment, cellSettings, pool?.tasksOf(name) ?? runHere);
      done.push({ name, values, folder, results });
    }
  } finally {
    await pool?.close();
  }
  await saveStudyResults(out, study, done);
  return done;
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
