import { definedOnly } from "../../config/definedOnly.js";
import type { StudySource } from "../../config/Study.js";
import type { Task } from "../planTasks.js";
import type { RunObserver } from "../RunEvent.js";
import { runFolderName } from "../RunIdentity.js";
import type { RunSettings } from "../RunSettings.js";
import type { RunTasks } from "../RunTasks.js";
import { type ProcessSettings, WorkerProcess } from "./WorkerProcess.js";

/** Processes that do the runs of a study, each one at a time. They begin with the first runs. */
export class WorkerPool {
  readonly #workers: WorkerProcess[];

  constructor(
    source: StudySource,
    settings: RunSettings,
    jobs: number,
    processSettings?: ProcessSettings,
  ) {
    const { data, engine, compile, checkpointEvery } = settings;
    const start = { source, settings: definedOnly({ data, engine, compile, checkpointEvery }) };
    this.#workers = Array.from({ length: jobs }, () => new WorkerProcess(start, processSettings));
  }

  /** Does runs of the cell of that name. */
  tasksOf(cell: string): RunTasks {
    return async (_open, tasks, { out, observer, signal }, onEnd) => {
      const open = [...tasks];
      const stop = () => {
        for (const worker of this.#workers) worker.stop();
      };
      signal?.addEventListener("abort", stop, { once: true });
      try {
        const loops = this.#workers.map(async (worker) => {
          for (;;) {
            const task = signal?.aborted ? undefined : this.#next(open, worker);
            if (task === undefined) return;
            worker.seed = task.identity.seed;
            const message = { cell, out, run: runFolderName(task.identity) };
            const end = await worker.run(message, fromWorker(observer));
            // Ctrl-C reaches the processes, too: one that has just begun dies of it.
            if (end.type === "stopped" || (end.type !== "done" && signal?.aborted)) return;
            try {
              if (end.type === "impossible") throw new Error(end.reason);
              await onEnd({ task, ...end });
            } catch (error) {
              open.length = 0; // the others end what they have
              throw error;
            }
          }
        });
        const ends = await Promise.allSettled(loops);
        const failed = ends.find((end) => end.status === "rejected");
        if (failed !== undefined) throw failed.reason;
      } finally {
        signal?.removeEventListener("abort", stop);
      }
    };
  }

  /** Ends the processes. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.close()));
  }

  /** Takes a task of the seed that the worker has encoded, else one of a seed that no other has. */
  #next(open: Task[], worker: WorkerProcess): Task | undefined {
    const others = this.#workers.filter((other) => other !== worker).map(({ seed }) => seed);
    const own = open.findIndex(({ identity }) => identity.seed === worker.seed);
    const fresh = open.findIndex(({ identity }) => !others.includes(identity.seed));
    const at = own >= 0 ? own : Math.max(fresh, 0);
    return open.splice(at, 1)[0];
  }
}

/** Passes on what a worker tells, but for the names of the stages, which each of them goes through. */
function fromWorker(observer: RunObserver): RunObserver {
  return (event) => {
    if (event.event !== "stage") observer(event);
  };
}
