import { type Job, Queue } from "bullmq";
import type { Redis } from "ioredis";
import { inOrderOfSeeds } from "../run/inOrderOfSeeds.js";
import { runFolderName } from "../run/RunIdentity.js";
import { runKey, type Sweep, type SweepRun } from "./Sweep.js";
import { PREFIX } from "./SweepStore.js";

/** Name of the one queue of all sweeps. */
export const QUEUE = "runs";

/** Times that a run is tried whose process died, by whatever worker. */
const ATTEMPTS = 3;

/** Where the job of a run can be. */
export type RunState = "waiting" | "active" | "failed";

/** The job of a run, and where it is. */
export interface QueuedRun {
  readonly state: RunState;
  readonly job: Job<SweepRun>;
}

/** The runs that are to be done, as BullMQ's jobs. */
export class RunQueue {
  readonly #queue: Queue<SweepRun>;

  constructor(connection: Redis) {
    this.#queue = new Queue<SweepRun>(QUEUE, {
      ...{ connection, prefix: PREFIX },
      skipVersionCheck: true, // `connectQueue` looks at the server's settings
    });
    // The connection's owner tells of them; without a listener they would end the process.
    this.#queue.on("error", () => {});
  }

  /** Adds the runs of a sweep that `wanted` takes; one that has a job already gets no other. */
  async add(sweep: Sweep, wanted: (key: string) => boolean): Promise<void> {
    const runs = sweep.cells.flatMap(({ runs }, cell) =>
      inOrderOfSeeds(runs, ({ seed }) => seed).map((identity): SweepRun => {
        const { loss, seed } = identity;
        return { sweep: sweep.id, cell, run: runFolderName(identity), loss, seed };
      }),
    );
    await this.#queue.addBulk(
      runs
        .filter((run) => wanted(runKey(run)))
        .map((run) => ({
          name: `${run.loss}, seed ${run.seed}`,
          data: run,
          opts: {
            jobId: `${run.sweep}.${run.cell}.${run.run}`,
            attempts: ATTEMPTS,
            backoff: { type: "fixed", delay: 1000 },
            removeOnComplete: true, // the store knows it
          },
        })),
    );
  }

  /** The jobs of a sweep, by the `runKey` of their runs. */
  async jobs(sweep: string): Promise<ReadonlyMap<string, QueuedRun>> {
    const found = new Map<string, QueuedRun>();
    for (const [type, state] of [
      ["failed", "failed"],
      ["delayed", "waiting"],
      ["wait", "waiting"],
      ["active", "active"], // last: one that was just taken is found twice
    ] as const) {
      for (const job of await this.#queue.getJobs([type])) {
        // A job that ended meanwhile has no data any more.
        if (job?.data?.sweep === sweep) found.set(runKey(job.data), { state, job });
      }
    }
    return found;
  }

  /** Number of the jobs of all sweeps that are not done or failed. */
  async open(): Promise<number> {
    const counts = await this.#queue.getJobCounts("wait", "active", "delayed", "prioritized");
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  /** The cells of which runs wait; undefined where a run is under way. */
  async waitingCells(): Promise<readonly Pick<SweepRun, "sweep" | "cell">[] | undefined> {
    const { active = 0 } = await this.#queue.getJobCounts("active");
    if (active > 0) return undefined;
    const ids = await this.#queue.getRanges(["wait", "delayed"]);
    const cells = new Set(ids.map((id) => id.slice(0, id.lastIndexOf("."))));
    return [...cells].map((id) => {
      const end = id.lastIndexOf(".");
      return { sweep: id.slice(0, end), cell: Number(id.slice(end + 1)) };
    });
  }

  /** Names of the workers that are connected. */
  async workers(): Promise<string[]> {
    const clients = await this.#queue.getWorkers();
    return clients.map(({ rawname = "", name = "" }) => rawname.split(":w:")[1] ?? name).sort();
  }

  /** Resolves once it is ready for commands. */
  async ready(): Promise<void> {
    await this.#queue.waitUntilReady();
  }

  async close(): Promise<void> {
    await this.#queue.close();
  }
}
