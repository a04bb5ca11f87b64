import { definedOnly } from "../config/definedOnly.js";
import type { Experiment } from "../config/Experiment.js";
import type { Results } from "../results/Results.js";
import { CellRecords } from "./CellRecords.js";
import { inOrderOfSeeds } from "./inOrderOfSeeds.js";
import type { OpenExperiment } from "./OpenExperiment.js";
import type { Task } from "./planTasks.js";
import { RunFolders } from "./RunFolders.js";
import type { RunSettings } from "./RunSettings.js";
import { shardOf } from "./Shard.js";
import type { TaskEnd } from "./TaskEnd.js";

/**
 * The runs of a cell: those to do, and what is known of the others. It keeps `results.json` up to date, and tells the
 * observer; with a shard, `results.json` is written by the one that finds every run complete.
 */
export class CellRuns {
  /** Of the runs to do, those that have not ended. */
  #left: number;

  private constructor(
    private readonly settings: RunSettings,
    private readonly records: CellRecords,
    private readonly tasks: readonly Task[],
    /** The runs that are to be done, seed after seed. */
    readonly todo: readonly Task[],
  ) {
    this.#left = todo.length;
  }

  /** Reads which runs `out` holds, and tells the plan. */
  static async begin(
    experiment: Experiment,
    { tasks, facts }: Pick<OpenExperiment, "tasks" | "facts">,
    settings: RunSettings,
  ): Promise<CellRuns> {
    const { out, command = "", observer = () => {}, shard } = settings;
    const folders = new RunFolders(out);
    const records = new CellRecords(experiment, facts, tasks, folders, command);
    await records.read(tasks);
    const mine = shard === undefined ? tasks : shardOf(shard, tasks);
    const todo = mine.filter((task) => !records.has(task));
    const metric = experiment.validationMetric;
    observer({ event: "plan", total: mine.length, complete: mine.length - todo.length, metric });
    const ordered = inOrderOfSeeds(todo, ({ identity }) => identity.seed);
    const runs = new CellRuns(settings, records, tasks, ordered);
    for (const task of mine) {
      if (!records.has(task)) continue;
      await folders.tidy(task.identity);
      observer({ event: "run-kept", ...runs.#figure(task) });
    }
    return runs;
  }

  /** Whether all that are to be done have ended. */
  get ended(): boolean {
    return this.#left === 0;
  }

  /** Whether every run of the cell is complete. */
  get complete(): boolean {
    return this.records.complete === this.tasks.length;
  }

  /** Whether `results.json` is its to write, and has something to say. */
  get hasResults(): boolean {
    const { complete, failed } = this.records;
    return this.settings.shard === undefined ? complete + failed > 0 : this.complete;
  }

  /** What the cell's `results.json` says. */
  get results(): Results {
    return this.records.results();
  }

  /** Notes how a run ended. */
  async end(end: TaskEnd): Promise<void> {
    const { out, observer = () => {}, shard } = this.settings;
    const { loss, seed } = end.task.identity;
    this.#left -= 1;
    if ("reason" in end) this.records.fail(end.task, end.reason);
    else await this.records.read([end.task]);
    // Before it is told: whoever hears of a run may read it.
    if (shard === undefined) await this.records.save(out, "reason" in end);
    observer(
      "reason" in end
        ? { event: "run-failed", loss, seed, reason: end.reason }
        : { event: "run-end", ...this.#figure(end.task), seconds: end.seconds },
    );
  }

  /** Writes `results.json`, of a shard with what others have done meanwhile. */
  async save(): Promise<void> {
    const { out, shard } = this.settings;
    if (shard !== undefined) {
      await this.records.read(this.tasks.filter((task) => !this.records.has(task)));
    }
    if (this.hasResults) await this.records.save(out);
  }

  #figure(task: Task) {
    const { loss, seed } = task.identity;
    return { loss, seed, ...definedOnly({ validation: this.records.bestValidation(task) }) };
  }
}
