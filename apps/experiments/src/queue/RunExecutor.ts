import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import { readRun } from "../results/readRun.js";
import type { WorkerEnd } from "../run/jobs/WorkerProcess.js";
import type { RunObserver } from "../run/RunEvent.js";
import { RECORD, type RunFile } from "../run/runFiles.js";
import { describeReply, isRefusedForNow } from "./describeReply.js";
import { RunSlots, type SlotSettings } from "./RunSlots.js";
import type { StoredRun, Sweep, SweepRun } from "./Sweep.js";
import type { SweepStore } from "./SweepStore.js";
import { sharedFolder } from "./sharedFolder.js";

/** Milliseconds between two attempts to store a run that is done: at first, and at most. */
const STORE_AGAIN = { first: 1000, longest: 30_000 };

/** What became of a run; `elsewhere` where another worker had stored it already. */
export type ExecutorEnd = WorkerEnd | { readonly type: "elsewhere" };

export interface ExecutorSettings extends SlotSettings {
  /** The worker's name. */
  readonly name: string;
  /** Runs at the same time. */
  readonly jobs: number;
  /** Folder that all workers see: runs are kept there, with their checkpoints, in place of in the queue. */
  readonly shared?: string;
  readonly observer: RunObserver;
  readonly say: (text: string) => void;
}

/** Does runs of sweeps in processes of their own, and keeps what they leave. */
export class RunExecutor {
  readonly #slots: RunSlots;

  constructor(
    private readonly store: SweepStore,
    private readonly settings: ExecutorSettings,
  ) {
    this.#slots = new RunSlots(settings.jobs, settings);
  }

  /** Does a run unless the signal stops it; `done` only where its files are kept. */
  async execute(run: SweepRun, sweep: Sweep, signal: AbortSignal): Promise<ExecutorEnd> {
    const { shared } = this.settings;
    const base = shared ? sharedFolder(shared, sweep.id) : await mkdtemp(join(tmpdir(), "sigf1-"));
    const out = join(base, sweep.cells[run.cell]?.folder ?? ".");
    try {
      const end = (await this.#earlier(run, out)) ?? (await this.#run(run, sweep, out, signal));
      return end.type === "done" ? await this.#keep(run, out, end, signal) : end;
    } finally {
      if (!shared) await rm(base, { recursive: true, force: true });
    }
  }

  /** Ends all processes. */
  async close(): Promise<void> {
    await this.#slots.close();
  }

  /** A run that is complete in the shared folder: its worker died before it could say so. */
  async #earlier(run: SweepRun, out: string): Promise<WorkerEnd | undefined> {
    if (this.settings.shared === undefined) return undefined;
    const record = await readRun(join(out, "runs", run.run)).catch(() => undefined);
    return record && { type: "done", seconds: record.seconds };
  }

  async #run(run: SweepRun, sweep: Sweep, out: string, signal: AbortSignal): Promise<WorkerEnd> {
    const slot = await this.#slots.take(run, sweep);
    const stop = () => slot.process.stop();
    try {
      if (signal.aborted) return { type: "stopped" };
      signal.addEventListener("abort", stop, { once: true });
      const cell = sweep.cells[run.cell]?.name ?? "";
      const end = await slot.process.run({ cell, run: run.run, out }, this.settings.observer);
      // Tried again, it looks at the data anew.
      if (end.type === "impossible") await slot.clear();
      if (!signal.aborted) return end;
      await slot.clear(); // a process that was told to stop does no more runs
      return end.type === "done" ? end : { type: "stopped" };
    } finally {
      signal.removeEventListener("abort", stop);
      slot.free();
    }
  }

  async #keep(
    run: SweepRun,
    out: string,
    end: Extract<WorkerEnd, { readonly type: "done" }>,
    signal: AbortSignal,
  ): Promise<ExecutorEnd> {
    const { name: worker, shared } = this.settings;
    const { seconds } = end;
    const files = shared === undefined ? await filesOf(join(out, "runs", run.run)) : [];
    const stored = { seconds, worker, ...(shared !== undefined && { shared }) };
    try {
      return (await this.#store(run, stored, files, signal)) ? end : { type: "elsewhere" };
    } catch (error) {
      if (error instanceof RangeError) return { type: "failed", reason: error.message };
      throw error;
    }
  }

  /** Stores a run, however long the Redis is full: what was trained is not thrown away. */
  async #store(
    run: SweepRun,
    stored: Omit<StoredRun, "files">,
    files: readonly RunFile[],
    signal: AbortSignal,
  ): Promise<boolean> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.store.keep(run, stored, files);
      } catch (error) {
        if (!isRefusedForNow(error) || signal.aborted) throw error;
        const pause = Math.min(STORE_AGAIN.first * 2 ** attempt, STORE_AGAIN.longest);
        this.settings.say(
          `${run.loss}, seed ${run.seed} is done, but cannot be stored; trying again in ${pause / 1000} s: ${describeReply(error)}`,
        );
        await pass(pause, undefined, { signal }).catch(() => {});
      }
    }
  }
}

/** The files of a run, the one that makes it complete last. */
async function filesOf(folder: string): Promise<RunFile[]> {
  const names = (await readdir(folder)).filter((name) => name !== RECORD);
  return Promise.all(
    [...names, RECORD].map(
      async (name): Promise<RunFile> => [name, await readFile(join(folder, name))],
    ),
  );
}
