import type { RunEvent, RunName } from "../run/RunEvent.js";
import { Pace } from "./Pace.js";

type Event<Name extends RunEvent["event"]> = Extract<RunEvent, { readonly event: Name }>;

/** A run that is under way. Times are in milliseconds. */
export interface RunningRun {
  readonly name: RunName;
  readonly since: number;
  /** Epochs at most, of each trial where it searches its settings: it may stop early. */
  readonly epochs: number;
  /** Trials at most, where it searches its settings. */
  readonly trials: number | undefined;
  /** Number of the trial, from 0. */
  trial: number;
  /** Epochs that were done before it went on from a checkpoint. */
  resumed: number;
  /** Epochs that are done. */
  done: number;
  last: Event<"epoch"> | undefined;
}

/** How far the stage before training has come. */
export interface StageProgress extends Pick<Event<"progress">, "done" | "total" | "unit"> {
  readonly pace: ReturnType<Pace["mark"]>;
}

/** The mean validation figure of a loss's complete runs. */
export interface MeanFigure {
  readonly loss: string;
  readonly mean: number;
  readonly runs: number;
}

/** What the events of a study so far come to. */
export class StudyProgress {
  /** When it began, in milliseconds. */
  readonly since: number;
  /** Number of cells, and of those that were begun. */
  readonly cells = { total: 1, begun: 0 };
  /** Runs that are complete, found complete, or failed. */
  done = 0;
  failed = 0;
  /** The figure that early stopping watches in the present cell. */
  metric = "";
  stage: StageProgress | undefined;
  /** Most runs that were under way at the same time. */
  atOnce = 1;
  readonly #running = new Map<string, RunningRun>();
  readonly #figures = new Map<string, { sum: number; runs: number }>();
  readonly #ended = { seconds: 0, runs: 0 };
  #stagePace: Pace;
  #announced = 0;
  #planned = 0;
  /** The cell that was begun last. */
  #cell: string | undefined;

  /** @param now the time in milliseconds */
  constructor(private readonly now: () => number) {
    this.since = now();
    this.#stagePace = new Pace(now);
  }

  /** Number of runs of all cells; 0 until it is known. */
  get total(): number {
    return Math.max(this.#announced, this.#planned);
  }

  get running(): RunningRun[] {
    return [...this.#running.values()];
  }

  /** Mean seconds of the runs that were done, not found; undefined where there are none. */
  get meanSeconds(): number | undefined {
    const { seconds, runs } = this.#ended;
    return runs > 0 ? seconds / runs : undefined;
  }

  /** The present cell's losses by their mean validation figure, the best first. */
  get best(): MeanFigure[] {
    return [...this.#figures]
      .map(([loss, { sum, runs }]) => ({ loss, mean: sum / runs, runs }))
      .sort((a, b) => b.mean - a.mean);
  }

  /** The run of that name, while it is under way. */
  find(name: RunName): RunningRun | undefined {
    return this.#running.get(key(name));
  }

  note(event: RunEvent): void {
    switch (event.event) {
      case "study":
        this.cells.total = event.cells;
        this.#announced = event.runs;
        break;
      case "stage":
        this.stage = undefined;
        this.#stagePace = new Pace(this.now);
        break;
      case "progress": {
        const { done, total, unit } = event;
        this.stage = { done, total, unit, pace: this.#stagePace.mark(done, total) };
        break;
      }
      case "plan":
        this.stage = undefined;
        this.cells.begun += 1;
        this.metric = event.metric;
        this.#planned += event.total;
        this.done += event.complete;
        this.#cell = event.cell;
        this.#figures.clear();
        break;
      case "run-kept":
        this.#addFigure(event);
        break;
      case "run-begin":
        this.stage = undefined;
        this.#begin(event);
        break;
      case "run-resume": {
        const run = this.find(event);
        if (run === undefined) return;
        run.resumed = event.epoch;
        run.done = event.epoch;
        run.trial = event.trial ?? 0;
        break;
      }
      case "epoch": {
        const run = this.find(event);
        if (run === undefined) return;
        run.done = event.epoch + 1;
        run.trial = event.trial ?? run.trial;
        run.last = event;
        break;
      }
      case "run-end":
        this.#end(event);
        this.#ended.seconds += event.seconds;
        this.#ended.runs += 1;
        this.#addFigure(event);
        break;
      case "run-failed":
        this.#end(event);
        this.failed += 1;
        break;
    }
  }

  #begin({ cell, loss, seed, epochs, trials }: Event<"run-begin">): void {
    const name = { loss, seed, ...(cell !== undefined && { cell }) };
    this.#running.set(key(name), {
      name,
      since: this.now(),
      ...{ epochs, trials, trial: 0, resumed: 0, done: 0, last: undefined },
    });
    this.atOnce = Math.max(this.atOnce, this.#running.size);
  }

  #end(name: RunName): void {
    this.#running.delete(key(name));
    this.done += 1;
  }

  #addFigure({ cell, loss, validation }: Event<"run-kept"> | Event<"run-end">): void {
    if (validation === undefined || cell !== this.#cell) return;
    const { sum, runs } = this.#figures.get(loss) ?? { sum: 0, runs: 0 };
    this.#figures.set(loss, { sum: sum + validation, runs: runs + 1 });
  }
}

const key = ({ cell, loss, seed }: RunName) => JSON.stringify([cell, loss, seed]);
