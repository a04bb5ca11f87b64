import { definedOnly } from "../../config/definedOnly.js";
import type { StudySource } from "../../config/Study.js";
import type { RunObserver } from "../RunEvent.js";
import { runFolderName } from "../RunIdentity.js";
import type { RunSettings } from "../RunSettings.js";
import { type PooledRuns, TaskQueue } from "./TaskQueue.js";
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

  /**
   * Does the runs of cells. The next cell is asked for when a process has nothing else to do.
   * @throws where no run of a cell can be done, and as `cells` and `onEnd`
   */
  async run(cells: AsyncIterator<PooledRuns, void>, signal?: AbortSignal): Promise<void> {
    const queue = new TaskQueue(cells);
    const stop = () => {
      for (const worker of this.#workers) worker.stop();
    };
    signal?.addEventListener("abort", stop, { once: true });
    try {
      const loops = this.#workers.map(async (worker) => {
        try {
          while (!signal?.aborted) {
            const others = this.#workers.filter((other) => other !== worker);
            const next = await queue.next(worker, others);
            if (next === undefined || signal?.aborted) return;
            const { from, task } = next;
            const { cell, out } = from;
            worker.last = { cell, seed: task.identity.seed };
            const message = { cell, out, run: runFolderName(task.identity) };
            const end = await worker.run(message, fromWorker(from.observer));
            // Ctrl-C reaches the processes, too: one that has just begun dies of it.
            if (end.type === "stopped" || (end.type !== "done" && signal?.aborted)) return;
            if (end.type === "impossible") throw new Error(end.reason);
            await from.onEnd({ task, ...end });
          }
        } catch (error) {
          queue.end(); // the others end what they have
          throw error;
        }
      });
      const ends = await Promise.allSettled(loops);
      const failed = ends.find((end) => end.status === "rejected");
      if (failed !== undefined) throw failed.reason;
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  }

  /** Ends the processes. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.close()));
  }
}

/** Passes on what a worker tells, but for the names of the stages, which each of them goes through. */
function fromWorker(observer: RunObserver): RunObserver {
  return (event) => {
    if (event.event !== "stage") observer(event);
  };
}
