import { definedOnly } from "../config/definedOnly.js";
import type { Experiment } from "../config/Experiment.js";
import type { Results } from "../results/Results.js";
import { CellRecords } from "./CellRecords.js";
import { inOrderOfSeeds } from "./inOrderOfSeeds.js";
import { OpenExperiment } from "./OpenExperiment.js";
import type { Task } from "./planTasks.js";
import { RunFolders } from "./RunFolders.js";
import type { RunSettings } from "./RunSettings.js";
import type { RunTasks } from "./RunTasks.js";
import { runHere } from "./runHere.js";
import { shardOf } from "./Shard.js";

/**
 * Does every run of an experiment that `out` does not hold yet, and keeps `results.json` up to date: what is finished
 * can be read at any time, and a second call does only the rest, going on from checkpoints.
 * A run that fails is recorded with its reason, and the others go on. With a shard, `results.json` is written by the
 * one that finds every run complete.
 */
export async function runCell(
  experiment: Experiment,
  settings: RunSettings,
  runTasks: RunTasks = runHere,
): Promise<Results> {
  const { out, command = "", observer = () => {}, shard, signal } = settings;
  const open = await OpenExperiment.open(experiment, settings, { observer, signal });
  try {
    const { tasks, facts } = open;
    const records = new CellRecords(experiment, facts, tasks, new RunFolders(out), command);
    await records.read(tasks);
    const mine = shard === undefined ? tasks : shardOf(shard, tasks);
    const todo = mine.filter((task) => !records.has(task));
    const metric = experiment.validationMetric;
    observer({ event: "plan", total: mine.length, complete: mine.length - todo.length, metric });
    const figure = (task: Task) => {
      const { loss, seed } = task.identity;
      return { loss, seed, ...definedOnly({ validation: records.bestValidation(task) }) };
    };
    for (const task of mine) {
      if (records.has(task)) observer({ event: "run-kept", ...figure(task) });
    }
    const ordered = inOrderOfSeeds(todo, ({ identity }) => identity.seed);
    await runTasks(open, ordered, { ...settings, observer }, async (end) => {
      const { loss, seed } = end.task.identity;
      if ("reason" in end) records.fail(end.task, end.reason);
      else await records.read([end.task]);
      // Before it is told: whoever hears of a run may read it.
      if (shard === undefined) await records.save(out, "reason" in end);
      observer(
        "reason" in end
          ? { event: "run-failed", loss, seed, reason: end.reason }
          : { event: "run-end", ...figure(end.task), seconds: end.seconds },
      );
    });
    if (shard !== undefined) await records.read(tasks.filter((task) => !records.has(task)));
    const whole = shard === undefined || records.complete === tasks.length;
    if (whole && (records.complete > 0 || !signal?.aborted)) await records.save(out);
    return records.results();
  } finally {
    await open.close();
  }
}
