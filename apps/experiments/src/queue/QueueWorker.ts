import { type Job, UnrecoverableError, WaitingError, Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { RunEvent } from "../run/RunEvent.js";
import { type ExecutorSettings, RunExecutor } from "./RunExecutor.js";
import { QUEUE, RunQueue } from "./RunQueue.js";
import type { Sweep, SweepRun } from "./Sweep.js";
import { PREFIX, SweepStore } from "./SweepStore.js";

/** Times that a run is given to another worker because its own fell silent. */
const MOST_SILENCES = 20;
/** Refusals after which a run fails that every worker has refused: one that can do it may be about to come. */
const ENOUGH_REFUSALS = 3;
/** Milliseconds between two looks at what was cancelled. */
const LOOK_EVERY = 2000;
/** Milliseconds that a worker pauses after its first refusal in a row, and at most. */
const PAUSE = { first: 1000, longest: 60_000 };

export interface QueueWorkerSettings extends Omit<ExecutorSettings, "observer"> {
  /** Seconds of silence after which a worker's runs are given to others. */
  readonly lostAfter: number;
  readonly say: (text: string) => void;
}

/** Does the runs of a queue's sweeps, as many at a time as it may, until it is stopped. */
export class QueueWorker {
  readonly #store: SweepStore;
  readonly #queue: RunQueue;
  readonly #executor: RunExecutor;
  readonly #worker: Worker<SweepRun>;
  /** Those that it has had runs of. */
  readonly #sweeps = new Map<string, Sweep>();
  readonly #active = new Map<string, SweepRun>();
  readonly #told = new Set<string>();
  readonly #looking: NodeJS.Timeout;
  readonly #stopping = new AbortController();
  #resuming: NodeJS.Timeout | undefined;
  #refused = 0;

  constructor(
    connection: Redis,
    private readonly settings: QueueWorkerSettings,
  ) {
    const { name, jobs, lostAfter, say } = settings;
    this.#store = new SweepStore(connection);
    this.#queue = new RunQueue(connection);
    this.#executor = new RunExecutor(this.#store, {
      ...settings,
      observer: (event) => this.#observe(event),
    });
    this.#worker = new Worker<SweepRun>(
      QUEUE,
      // BullMQ passes the signal to a function with three parameters.
      (job, token, signal) => this.#process(job, token ?? "", signal),
      {
        ...{ connection, prefix: PREFIX, name, concurrency: jobs },
        lockDuration: 1000 * lostAfter,
        stalledInterval: 1000 * lostAfter,
        maxStalledCount: MOST_SILENCES,
        runRetryDelay: 1000,
      },
    );
    this.#worker.on("error", ({ message }) => this.#tellOnce(message));
    this.#worker.on("failed", (job, { message }) => {
      if (job !== undefined) say(`${title(job.data)}: failed: ${message}`);
    });
    this.#looking = setInterval(() => void this.#stopCancelled().catch(() => {}), LOOK_EVERY);
  }

  /** Whether a run waits or is under way, here or elsewhere. */
  async hasWork(): Promise<boolean> {
    return (await this.#queue.open()) > 0;
  }

  /** Takes no more runs, gives back those under way, and ends its processes. */
  async stop(): Promise<void> {
    clearInterval(this.#looking);
    clearTimeout(this.#resuming);
    this.#stopping.abort();
    await this.#worker.close();
    await this.#executor.close();
    await this.#queue.close();
  }

  async #process(job: Job<SweepRun>, token: string, cancelled?: AbortSignal): Promise<void> {
    const run = job.data;
    const signals = [this.#stopping.signal, ...(cancelled === undefined ? [] : [cancelled])];
    const { say } = this.settings;
    const sweep = this.#sweeps.get(run.sweep) ?? (await this.#store.get(run.sweep));
    if (sweep === undefined || (await this.#isNeedless(run))) return;
    this.#sweeps.set(sweep.id, sweep);
    const id = job.id ?? "";
    this.#active.set(id, run);
    try {
      const end = await this.#executor.execute(run, sweep, AbortSignal.any(signals));
      if (end.type === "done") {
        this.#refused = 0;
        say(`${title(run)}: ${end.seconds.toFixed(1)} s`);
      } else if (end.type === "failed") throw new UnrecoverableError(end.reason);
      else if (end.type === "died") throw new Error(end.reason);
      else if (end.type === "impossible") await this.#refuse(job, token, end.reason);
      else if (await this.#store.isOver(run.sweep)) say(`${title(run)}: cancelled`);
      else await giveBack(job, token);
    } finally {
      this.#active.delete(id);
    }
  }

  async #isNeedless(run: SweepRun): Promise<boolean> {
    return (await this.#store.isOver(run.sweep)) || (await this.#store.isDone(run));
  }

  /**
   * Leaves a run that cannot be done here to other workers, and pauses, so that they come first. It fails once there is
   * no other that has not refused it.
   */
  async #refuse(job: Job<SweepRun>, token: string, reason: string): Promise<void> {
    const { name, say } = this.settings;
    const refusals = [...(job.data.refusals ?? []), { worker: name, reason }];
    await job.updateData({ ...job.data, refusals });
    const able = (await this.#queue.workers()).filter((worker) =>
      refusals.every((refusal) => refusal.worker !== worker),
    );
    if (able.length === 0 && refusals.length >= ENOUGH_REFUSALS) {
      throw new UnrecoverableError(reason);
    }
    const pause = Math.min(PAUSE.first * 2 ** this.#refused, PAUSE.longest);
    this.#refused += 1;
    say(`${title(job.data)}: left to other workers, for ${pause / 1000} s: ${reason}`);
    await this.#worker.pause(true);
    clearTimeout(this.#resuming);
    this.#resuming = setTimeout(() => void this.#worker.resume(), pause).unref();
    await giveBack(job, token);
  }

  #observe(event: RunEvent): void {
    if (event.event === "warning") this.#tellOnce(event.text);
    if (event.event === "run-resume") {
      this.settings.say(`${event.loss}, seed ${event.seed}: goes on from a checkpoint`);
    }
  }

  /** Tells of a warning or an error, once where it comes again and again; outages are told by the connection. */
  #tellOnce(message: string): void {
    if (this.#told.has(message) || /ECONN|ENOTFOUND|Connection is closed/.test(message)) return;
    this.#told.add(message);
    this.settings.say(`warning: ${message}`);
  }

  async #stopCancelled(): Promise<void> {
    for (const [id, { sweep }] of this.#active) {
      if (await this.#store.isOver(sweep)) this.#worker.cancelJob(id);
    }
  }
}

/** Puts a run at the head of the queue, as if it had not been taken. */
async function giveBack(job: Job<SweepRun>, token: string): Promise<never> {
  await job.moveToWait(token);
  throw new WaitingError();
}

const title = ({ sweep, loss, seed }: SweepRun) => `${sweep}: ${loss}, seed ${seed}`;
