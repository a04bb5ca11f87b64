import { join } from "node:path";
import type { Experiment } from "../config/Experiment.js";
import { PacedWriting } from "../results/PacedWriting.js";
import type { ResultRow, Results } from "../results/Results.js";
import { writeAtomically } from "../results/writeAtomically.js";
import type { ExperimentFacts } from "./OpenExperiment.js";
import type { Task } from "./planTasks.js";
import type { RunFolders } from "./RunFolders.js";

/** A run of the plan. */
type PlannedRun = Pick<Task, "identity">;

/** What is kept of a run's record in memory: there may be tens of thousands. */
interface KeptRecord {
  readonly rows: readonly ResultRow[];
  /** The best validation figure of its epochs; absent where nothing was trained. */
  readonly validation?: number;
}

/** What is known of an experiment's runs: the records of those that are complete, and why others failed. */
export class CellRecords {
  readonly #records = new Map<PlannedRun, KeptRecord>();
  readonly #failures = new Map<PlannedRun, string>();
  readonly #writing = new PacedWriting();

  constructor(
    private readonly experiment: Pick<
      Experiment,
      "name" | "cell" | "settings" | "validationMetric"
    >,
    private readonly facts: ExperimentFacts,
    private readonly tasks: readonly PlannedRun[],
    private readonly folders: RunFolders,
    private readonly command: string,
  ) {}

  /** Reads the records of these runs that are complete on disk. */
  async read(tasks: readonly PlannedRun[]): Promise<void> {
    for (const task of tasks) {
      const record = await this.folders.read(task.identity);
      if (record === undefined) continue;
      const { rows, history } = record;
      const figures = history.map(({ validation }) => validation);
      this.#records.set(task, {
        rows,
        ...(figures.length > 0 && { validation: figures.reduce((a, b) => Math.max(a, b)) }),
      });
    }
  }

  /** Notes that a run failed. */
  fail(task: PlannedRun, reason: string): void {
    this.#failures.set(task, reason);
  }

  has(task: PlannedRun): boolean {
    return this.#records.has(task);
  }

  /** The best validation figure of a complete run's epochs; undefined where it has none. */
  bestValidation(task: Task): number | undefined {
    return this.#records.get(task)?.validation;
  }

  /** Number of complete runs. */
  get complete(): number {
    return this.#records.size;
  }

  /** Number of runs that failed. */
  get failed(): number {
    return this.#failures.size;
  }

  /** What `results.json` says, in the order of the plan. */
  results(): Results {
    const { experiment, facts, tasks } = this;
    const finished = tasks.flatMap((task) => {
      const record = this.#records.get(task);
      return record === undefined ? [] : [{ task, record }];
    });
    return {
      experiment: experiment.name,
      ...(experiment.cell && { cell: experiment.cell }),
      version: 1,
      ...facts,
      planned: tasks.length,
      settings: experiment.settings,
      command: this.command,
      validationMetric: experiment.validationMetric,
      failures: tasks.flatMap((task) => {
        const reason = this.#failures.get(task);
        const { loss, seed } = task.identity;
        return reason === undefined ? [] : [{ loss, seed, reason }];
      }),
      runs: finished.map(({ task }) => this.folders.folder(task.identity)),
      rows: finished.flatMap(({ record }) => record.rows),
    };
  }

  /** Writes `results.json`; with `now` false only where that was long ago, so that many short runs cost little. */
  async save(out: string, now = true): Promise<void> {
    await this.#writing.write(
      () =>
        writeAtomically(join(out, "results.json"), `${JSON.stringify(this.results(), null, 2)}\n`),
      now,
    );
  }
}
