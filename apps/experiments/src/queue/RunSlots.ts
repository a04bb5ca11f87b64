import { definedOnly } from "../config/definedOnly.js";
import { WorkerProcess } from "../run/jobs/WorkerProcess.js";
import type { Sweep, SweepRun } from "./Sweep.js";

/** Where and how a worker does runs. */
export interface SlotSettings {
  /** Mirror folder of data files. */
  readonly data?: string;
  /** Folder of model files. */
  readonly models?: string;
  /** Seconds between two checkpoints of a run at least. */
  readonly checkpointEvery?: number;
}

/** A process, and the run that it did last: it has the data of its cell and the features of its seed in hand. */
class RunSlot {
  #busy = false;
  #process: { readonly sweep: string; readonly process: WorkerProcess } | undefined;
  last: SweepRun | undefined;

  get busy(): boolean {
    return this.#busy;
  }

  get process(): WorkerProcess {
    if (this.#process === undefined) throw new Error("the slot is not taken");
    return this.#process.process;
  }

  async take(run: SweepRun, create: () => WorkerProcess): Promise<void> {
    this.#busy = true;
    if (this.#process?.sweep !== run.sweep) await this.clear();
    this.#process ??= { sweep: run.sweep, process: create() };
    this.last = run;
  }

  free(): void {
    this.#busy = false;
  }

  /** Ends the process: another begins with the next run. */
  async clear(): Promise<void> {
    const process = this.#process?.process;
    this.#process = undefined;
    this.last = undefined;
    await process?.close();
  }
}

/** The processes of a worker, as many as it may do runs at the same time. */
export class RunSlots {
  readonly #slots: readonly RunSlot[];

  constructor(
    count: number,
    private readonly settings: SlotSettings,
  ) {
    this.#slots = Array.from({ length: count }, () => new RunSlot());
  }

  /** Takes a free slot, where there is one that has the run's data in hand, and readies its process. */
  async take(run: SweepRun, sweep: Sweep): Promise<RunSlot> {
    const [slot] = this.#slots
      .filter(({ busy }) => !busy)
      .sort((a, b) => inCommon(b.last, run) - inCommon(a.last, run));
    if (slot === undefined) throw new Error("more runs at a time than the worker has processes");
    await slot.take(run, () => this.#create(sweep));
    return slot;
  }

  /** Ends all processes. */
  async close(): Promise<void> {
    await Promise.all(this.#slots.map((slot) => slot.clear()));
  }

  #create({ source, engine, compile }: Sweep): WorkerProcess {
    const { data, models, checkpointEvery } = this.settings;
    return new WorkerProcess({
      source: { ...source, overrides: { ...source.overrides, ...definedOnly({ models }) } },
      settings: { engine, compile, ...definedOnly({ data, checkpointEvery }) },
    });
  }
}

/** How much of what a run needs is in hand after another: the sweep, the cell, the seed. */
function inCommon(last: SweepRun | undefined, run: SweepRun): number {
  if (last?.sweep !== run.sweep) return 0;
  if (last.cell !== run.cell) return 1;
  return last.seed === run.seed ? 3 : 2;
}
