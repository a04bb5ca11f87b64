import { resolveStudy } from "../../config/resolveStudy.js";
import type { Study } from "../../config/Study.js";
import { OpenExperiment } from "../OpenExperiment.js";
import type { Task } from "../planTasks.js";
import type { RunEvent } from "../RunEvent.js";
import { RunFolders } from "../RunFolders.js";
import { runFolderName } from "../RunIdentity.js";
import { runTask } from "../runTask.js";
import { SharedInputs } from "../SharedInputs.js";
import type { FromWorker, ToWorker, WorkerStart, WorkerTask } from "./messages.js";

/** A cell that runs are done of. */
interface OpenCell {
  readonly cell: string;
  readonly experiment: OpenExperiment;
  /** By the names of their folders: the digests of ten thousand runs are not made anew for each. */
  readonly tasks: ReadonlyMap<string, Task>;
}

// A process of its own, which does the runs that its parent sends, one at a time.

const stop = new AbortController();
let start: WorkerStart | undefined;
let study: Promise<Study> | undefined;
let inputs: SharedInputs | undefined;
let opened: OpenCell | undefined;

// The parent hears of Ctrl-C, too, and stops its workers in its own way; without it there is nothing to do.
process.on("SIGINT", () => {}).on("SIGTERM", () => stop.abort());
process.on("disconnect", () => process.exit(1));
process.on("message", (message: ToWorker) => {
  if (message.type === "start") start = message;
  else if (message.type === "stop") stop.abort();
  else void work(message).then(send);
});

const context = {
  observer: (event: RunEvent) => send({ type: "event", event }),
  signal: stop.signal,
};

function send(message: FromWorker): void {
  // A parent that has gone hears nothing: `disconnect` ends the process.
  if (process.connected) process.send?.(message, () => {});
}

async function work({ cell, run, out }: WorkerTask): Promise<FromWorker> {
  try {
    if (start === undefined) throw new Error("a worker was sent a run before its start");
    const { experiment, tasks } = await open(start, cell);
    const task = tasks.get(run);
    if (task === undefined) {
      throw new Error(
        "the data, the encoder or the version of sigf1 here differ from those that the runs were planned with, or only one of the machines can compile the training",
      );
    }
    const { checkpointEvery } = start.settings;
    const settings = { ...context, ...(checkpointEvery !== undefined && { checkpointEvery }) };
    const end = await runTask(experiment, task, new RunFolders(out), settings);
    if (end === undefined) return { type: "stopped" };
    return "reason" in end
      ? { type: "failed", reason: end.reason }
      : { type: "done", seconds: end.seconds };
  } catch (error) {
    if (stop.signal.aborted) return { type: "stopped" };
    return { type: "impossible", reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The experiment of a cell, which stays open until the run of another comes. */
async function open({ source, settings }: WorkerStart, cell: string): Promise<OpenCell> {
  if (opened?.cell === cell) return opened;
  await opened?.experiment.close();
  opened = undefined;
  study ??= resolveStudy(source.text, source.filename, source.overrides);
  inputs ??= new SharedInputs(settings.data);
  const found = (await study).cells.find(({ name }) => name === cell);
  if (found === undefined) throw new Error(`the study has no cell "${cell}"`);
  const experiment = await OpenExperiment.open(found.experiment, settings, context, inputs);
  const tasks = experiment.tasks.map((task) => [runFolderName(task.identity), task] as const);
  opened = { cell, experiment, tasks: new Map(tasks) };
  return opened;
}
