import type { Experiment } from "../config/Experiment.js";
import type { Results } from "../results/Results.js";
import { CellRuns } from "./CellRuns.js";
import { OpenExperiment } from "./OpenExperiment.js";
import { RunFolders } from "./RunFolders.js";
import type { RunSettings } from "./RunSettings.js";
import { runTask } from "./runTask.js";
import type { SharedInputs } from "./SharedInputs.js";

/**
 * Does every run of an experiment that `out` does not hold yet, one after the other in this process, and keeps
 * `results.json` up to date: what is finished can be read at any time, and a second call does only the rest, going on
 * from checkpoints. A run that fails is recorded with its reason, and the others go on.
 * @param onBegin told which runs there are, before the first of them
 */
export async function runCell(
  experiment: Experiment,
  settings: RunSettings,
  inputs?: SharedInputs,
  onBegin: (runs: CellRuns) => void = () => {},
): Promise<Results> {
  const { out, observer = () => {}, signal } = settings;
  const open = await OpenExperiment.open(experiment, settings, { observer, signal }, inputs);
  try {
    const runs = await CellRuns.begin(experiment, open, settings);
    onBegin(runs);
    const folders = new RunFolders(out);
    for (const task of runs.todo) {
      const end = await runTask(open, task, folders, { ...settings, observer });
      if (end === undefined) break;
      await runs.end(end);
    }
    await runs.save();
    return runs.results;
  } finally {
    await open.close();
  }
}
