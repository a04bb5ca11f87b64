import type { Task } from "../planTasks.js";
import type { RunObserver } from "../RunEvent.js";
import type { TaskEnd } from "../TaskEnd.js";

/** Runs of a cell that are to be done. */
export interface PooledRuns {
  /** Name of the cell. */
  readonly cell: string;
  /** Folder of its results. */
  readonly out: string;
  readonly tasks: readonly Task[];
  readonly observer: RunObserver;
  /** Told of each run as it ends; where it rejects, no more runs are begun. */
  readonly onEnd: (end: TaskEnd) => Promise<void>;
}

/** A run, and the cell's runs that it is one of. */
export interface QueuedRun {
  readonly from: PooledRuns;
  readonly task: Task;
}

/** The cell and the seed of a process's last run: it has that cell's data and that seed's features in hand. */
export interface InHand {
  readonly cell: string;
  readonly seed: number;
}

/** What a run is chosen for: a process, by what it has in hand. */
interface Taker {
  readonly last: InHand | undefined;
}

/** The runs of cells that nobody has taken; a cell is begun when its runs are asked for. */
export class TaskQueue {
  readonly #open: QueuedRun[] = [];
  #ended = false;
  #beginning: Promise<void> | undefined;

  constructor(private readonly cells: AsyncIterator<PooledRuns, void>) {}

  /**
   * Takes a run for a process: of the cell that it has in hand, there first of its seed, else of a seed that no other
   * has; of another cell, where its own has none left. Undefined where there are no more.
   * @throws as `cells`
   */
  async next(taker: Taker, others: readonly Taker[]): Promise<QueuedRun | undefined> {
    for (;;) {
      const run = this.#take(taker, others);
      if (run !== undefined || this.#ended) return run;
      this.#beginning ??= this.#begin().finally(() => {
        this.#beginning = undefined;
      });
      await this.#beginning;
    }
  }

  /** Leaves no run to be taken. */
  end(): void {
    this.#ended = true;
    this.#open.length = 0;
  }

  #take(taker: Taker, others: readonly Taker[]): QueuedRun | undefined {
    let best = { at: -1, rank: Number.POSITIVE_INFINITY };
    for (const [at, { from, task }] of this.#open.entries()) {
      const isIn = ({ last }: Taker) =>
        last?.cell === from.cell && last.seed === task.identity.seed;
      const foreign = taker.last?.cell === from.cell ? 0 : 2;
      const rank = isIn(taker) ? 0 : foreign + (others.some(isIn) ? 2 : 1);
      if (rank < best.rank) best = { at, rank };
      if (rank === 0) break;
    }
    return best.at < 0 ? undefined : this.#open.splice(best.at, 1)[0];
  }

  async #begin(): Promise<void> {
    const { done, value: from } = await this.cells.next();
    if (done || from === undefined) this.#ended = true;
    else if (!this.#ended) this.#open.push(...from.tasks.map((task) => ({ from, task })));
  }
}
