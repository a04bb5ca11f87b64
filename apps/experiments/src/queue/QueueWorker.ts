import { DelayedError, type Job, UnrecoverableError, WaitingError, Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { RunEvent } from "../run/RunEvent.js";
import { describeQueueError } from "./describeQueueError.js";
import { describeReply, isRefusedForNow } from "./describeReply.js";
import { Refusals } from "./Refusals.js";
import { type ExecutorSettings, RunExecutor } from "./RunExecutor.js";
import { QUEUE, RunQueue } from "./RunQueue.js";
import type { Refusal, Sweep, SweepRun } from "./Sweep.js";
import { PREFIX, SweepStore } from "./SweepStore.js";

/** Times that a run is given to another worker because its own fell silent. */
const MOST_SILENCES = 20;
/** Milliseconds between two looks at what was cancelled. */
const LOOK_EVERY = 2000;

export interface QueueWorkerSettings extends Omit<ExecutorSettings, "observer"> {
  /** Seconds of silence after which a worker's runs are given to others. */
  readonly lostAfter: number;
}

/** What a queue still holds: runs to be done, none, or only such as no connected worker can do. */
export type Left =
  | { readonly type: "work" | "nothing" }
  | {
      readonly type: "refused";
      /** Sweep, cell and reason, each once. */
      readonly what: readonly string[];
    };

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
  readonly #refusals = new Refusals();
  #resuming: NodeJS.Timeout | undefined;
  /** Since when nobody can do what waits, in milliseconds. */
  #refusedSince: number | undefined;
  #failed = 0;

  constructor(
    connection: Redis,
    private readonly settings: QueueWorkerSettings,
  ) {
    const { name, jobs, lostAfter } = settings;
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
        skipVersionCheck: true, // `connectQueue` looks at the server's settings
      },
    );
    this.#worker.on("error", (error) => {
      const text = describeQueueError(error);
      if (text !== undefined) this.#tellOnce(`warning: ${text}`);
    });
    this.#worker.on("failed", (job, error) => {
      if (job !== undefined) this.#tellFailed(job, error);
    });
    this.#looking = setInterval(() => void this.#stopCancelled().catch(() => {}), LOOK_EVERY);
  }

  /** Runs that have failed here, for good. */
  get failed(): number {
    return this.#failed;
  }

  /** What is left to do, here or elsewhere; runs count as refused once nobody has come for twice `lostAfter`. */
  async left(): Promise<Left> {
    if ((await this.#queue.open()) === 0) return { type: "nothing" };
    const cells = this.#refusals.pauses ? await this.#refusedByAll() : [];
    if (cells.length === 0) this.#refusedSince = undefined;
    else this.#refusedSince ??= Date.now();
    const since = this.#refusedSince ?? Number.POSITIVE_INFINITY;
    return Date.now() - since > 2000 * this.settings.lostAfter
      ? { type: "refused", what: await this.#describe(cells) }
      : { type: "work" };
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
    if (this.#refusals.has(run)) return this.#leave(job, token);
    const id = job.id ?? "";
    this.#active.set(id, run);
    try {
      const end = await this.#executor.execute(run, sweep, AbortSignal.any(signals));
      if (end.type === "done" || end.type === "elsewhere") {
        this.#refusals.reset();
        await this.#store.accept(run, this.settings.name);
        say(
          `${title(run)}: ${end.type === "done" ? `${end.seconds.toFixed(1)} s` : "done, but another worker had stored it already"}`,
        );
      } else if (end.type === "failed") throw new UnrecoverableError(end.reason);
      else if (end.type === "died") throw new Error(end.reason);
      else if (end.type === "impossible") {
        this.#refusals.add(run);
        this.#tellOnce(`${run.sweep}: runs are left to other workers: ${end.reason}`);
        await this.#store.refuse(run, this.settings.name, end.reason);
        await this.#leave(job, token);
      } else if (await this.#store.isOver(run.sweep)) say(`${title(run)}: cancelled`);
      else await giveBack(job, token);
    } catch (error) {
      if (!isRefusedForNow(error)) throw error;
      // Stays with this worker in the queue's eyes, until it counts as lost: it can't be moved now.
      this.#tellOnce(`warning: ${describeReply(error)}`);
      throw new WaitingError();
    } finally {
      this.#active.delete(id);
    }
  }

  async #isNeedless(run: SweepRun): Promise<boolean> {
    return (await this.#store.isOver(run.sweep)) || (await this.#store.isDone(run));
  }

  /** Puts a run that cannot be done here at the end of the queue, and pauses where only such are left. */
  async #leave(job: Job<SweepRun>, token: string): Promise<never> {
    const pause = this.#refusals.leave(job.id ?? "");
    if (pause !== undefined) {
      this.#tellOnce(`nothing else to do here; looks again in ${pause / 1000} s`);
      await this.#worker.pause(true);
      clearTimeout(this.#resuming);
      this.#resuming = setTimeout(() => void this.#worker.resume(), pause).unref();
    }
    await job.moveToDelayed(Date.now(), token);
    throw new DelayedError();
  }

  /** The refusals of what waits, where every connected worker has refused all of it. */
  async #refusedByAll(): Promise<readonly (Refusal & { readonly sweep: string })[]> {
    const waiting = await this.#queue.waitingCells();
    const workers = await this.#queue.workers();
    const found: (Refusal & { readonly sweep: string })[] = [];
    for (const { sweep, cell } of waiting ?? []) {
      const refusals = (await this.#store.refusals(sweep)).filter(
        (refusal) => refusal.cell === cell && workers.includes(refusal.worker),
      );
      if (refusals.length < workers.length) return [];
      found.push(...refusals.map((refusal) => ({ ...refusal, sweep })));
    }
    return found;
  }

  async #describe(cells: readonly (Refusal & { readonly sweep: string })[]): Promise<string[]> {
    const texts = new Set<string>();
    for (const { sweep, cell, reason } of cells) {
      const name = (await this.#store.get(sweep))?.cells[cell]?.name ?? "";
      texts.add(`${sweep}, ${name}: ${reason}`);
    }
    return [...texts];
  }

  #tellFailed({ data, attemptsMade, opts: { attempts = 1 } }: Job<SweepRun>, error: Error): void {
    const again = !(error instanceof UnrecoverableError) && attemptsMade < attempts;
    if (!again) this.#failed += 1;
    this.settings.say(
      again
        ? `${title(data)}: will be tried again, ${attemptsMade} of ${attempts}: ${error.message}`
        : `${title(data)}: failed: ${error.message}`,
    );
  }

  #observe(event: RunEvent): void {
    if (event.event === "warning") this.#tellOnce(`warning: ${event.text}`);
    if (event.event === "run-resume") {
      this.settings.say(`${event.loss}, seed ${event.seed}: goes on from a checkpoint`);
    }
  }

  /** Tells of what may come again and again. */
  #tellOnce(text: string): void {
    if (this.#told.has(text)) return;
    this.#told.add(text);
    this.settings.say(text);
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
