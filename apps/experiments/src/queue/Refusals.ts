import type { SweepRun } from "./Sweep.js";

/** Milliseconds that a worker pauses when it can do none of the waiting runs: the first time in a row, and at most. */
const PAUSE = { first: 1000, longest: 60_000 };

/** Which cells a worker cannot do runs of, and how long it pauses once it has nothing else. */
export class Refusals {
  readonly #cells = new Set<string>();
  /** Jobs that it has left to others since it last paused or did a run. */
  readonly #left = new Set<string>();
  #pauses = 0;

  /** Whether it has just found that it cannot do this run's cell. */
  has(run: SweepRun): boolean {
    return this.#cells.has(cellOf(run));
  }

  add(run: SweepRun): void {
    this.#cells.add(cellOf(run));
  }

  /** Whether its last looks at the queue brought it nothing that it can do. */
  get pauses(): boolean {
    return this.#pauses > 0;
  }

  /**
   * Notes a run that goes to the end of the queue. Where the worker has left the same run before, there is nothing for it:
   * gives the milliseconds to pause, after which it tries again.
   */
  leave(job: string): number | undefined {
    if (!this.#left.has(job)) {
      this.#left.add(job);
      return undefined;
    }
    this.#cells.clear();
    this.#left.clear();
    this.#pauses += 1;
    return Math.min(PAUSE.first * 2 ** (this.#pauses - 1), PAUSE.longest);
  }

  /** It can do runs. */
  reset(): void {
    this.#left.clear();
    this.#pauses = 0;
  }
}

const cellOf = ({ sweep, cell }: SweepRun) => `${sweep}/${cell}`;
