import { appendFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { EpochRecord } from "../results/Results.js";
import { writeAtomically } from "../results/writeAtomically.js";
import { decodeCheckpoint, encodeCheckpoint } from "./encodeCheckpoint.js";
import { epochRecord } from "./epochRecord.js";
import type { RunCheckpoint, RunJournal } from "./RunJournal.js";

/** Name of the file that a run under way goes on from; gone when the run is complete. */
export const CHECKPOINT = "checkpoint.safetensors";
/**
 * Name of the folder of the trainings of a search; gone like the checkpoint. Those of trials that were dropped stay until
 * then: a search that goes on takes their figures from them.
 */
export const TRIALS = "trials";
/** Name of the file with a line for each epoch. */
export const METRICS = "metrics.jsonl";

/** At most this share of the time goes into checkpoints, however large they are. */
const MOST_OVERHEAD = 0.01;

/** Milliseconds between two writings of lines: an epoch can be shorter than the opening of a file. */
const LINES_EVERY = 1000;

/** Keeps a run's epochs in `metrics.jsonl` and its checkpoint in `checkpoint.safetensors`, in the run's own folder. */
export class FolderJournal implements RunJournal {
  #due: number;
  #lines = "";
  #linesDue = 0;

  /**
   * @param folder of the run
   * @param every seconds between two checkpoints at least; 0 makes one after each epoch
   */
  constructor(
    private readonly folder: string,
    private readonly every: number,
  ) {
    this.#due = performance.now() + 1000 * every;
  }

  /** The last checkpoint. One that is not whole counts as none: the run begins anew. */
  async resume(): Promise<RunCheckpoint | undefined> {
    const checkpoint = await this.#read();
    const lines = (checkpoint?.training.history ?? []).map((epoch) => asLine(epochRecord(epoch)));
    // Epochs after the checkpoint are trained again.
    await writeAtomically(join(this.folder, METRICS), lines.join(""));
    return checkpoint;
  }

  async note(epoch: EpochRecord, checkpoint: () => Promise<RunCheckpoint>): Promise<void> {
    this.#lines += asLine(epoch);
    const start = performance.now();
    if (start >= this.#linesDue || start >= this.#due) {
      await appendFile(join(this.folder, METRICS), this.#lines);
      this.#lines = "";
      this.#linesDue = start + LINES_EVERY;
    }
    if (start < this.#due) return;
    await this.keep(await checkpoint());
    const now = performance.now();
    this.#due =
      now + (this.every === 0 ? 0 : Math.max(1000 * this.every, (now - start) / MOST_OVERHEAD));
  }

  async keep(checkpoint: RunCheckpoint): Promise<void> {
    await writeAtomically(join(this.folder, CHECKPOINT), encodeCheckpoint(checkpoint));
  }

  trial(name: string): RunJournal {
    return new FolderJournal(join(this.folder, TRIALS, name), this.every);
  }

  async #read(): Promise<RunCheckpoint | undefined> {
    try {
      return decodeCheckpoint(await readFile(join(this.folder, CHECKPOINT)));
    } catch (error) {
      if (error instanceof RangeError || error instanceof SyntaxError) return undefined;
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      await mkdir(this.folder, { recursive: true });
      return undefined;
    }
  }
}

const asLine = (epoch: EpochRecord) => `${JSON.stringify(epoch)}\n`;
