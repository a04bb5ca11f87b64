import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readRun } from "../results/readRun.js";
import type { WorkerEnd } from "../run/jobs/WorkerProcess.js";
import type { RunObserver } from "../run/RunEvent.js";
import { RECORD, type RunFile } from "../run/runFiles.js";
import { RunSlots, type SlotSettings } from "./RunSlots.js";
import type { Sweep, SweepRun } from "./Sweep.js";
import type { SweepStore } from "./SweepStore.js";
import { sharedFolder } from "./sharedFolder.js";

export interface ExecutorSettings extends SlotSettings {
  /** The worker's name. */
  readonly name: string;
  /** Runs at the same time. */
  readonly jobs: number;
  /** Folder that all workers see: runs are kept there, with their checkpoints, in place of in the queue. */
  readonly shared?: string;
  readonly observer: RunObserver;
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
  async execute(run: SweepRun, sweep: Sweep, signal: AbortSignal): Promise<WorkerEnd> {
    const { shared } = this.settings;
    const base = shared ? sharedFolder(shared, sweep.id) : await mkdtemp(join(tmpdir(), "sigf1-"));
    const out = join(base, sweep.cells[run.cell]?.folder ?? ".");
    try {
      const end = (await this.#earlier(run, out)) ?? (await this.#run(run, sweep, out, signal));
      return end.type === "done" ? await this.#keep(run, out, end) : end;
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
  ): Promise<WorkerEnd> {
    const { name: worker, shared } = this.settings;
    const { seconds } = end;
    if (shared !== undefined) {
      await this.store.keep(run, { seconds, worker, shared }, []);
      return end;
    }
    try {
      await this.store.keep(run, { seconds, worker }, await filesOf(join(out, "runs", run.run)));
      return end;
    } catch (error) {
      if (error instanceof RangeError) return { type: "failed", reason: error.message };
      throw error;
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
