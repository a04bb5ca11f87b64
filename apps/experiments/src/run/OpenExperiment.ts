import type { SplitIndices } from "@sigf1/datasets";
import { type EngineName, useEngine } from "@sigf1/engine";
import type { Experiment } from "../config/resolveExperiment.js";
import { environment } from "../results/environment.js";
import type { Environment, Results } from "../results/Results.js";
import { CountHeads } from "./CountHeads.js";
import { canCompile } from "./canCompile.js";
import type { SplitSizes } from "./DatasetInputs.js";
import { encodeParts, type OpenParts } from "./encodeParts.js";
import type { Examples } from "./loadExamples.js";
import { planTasks, type Task } from "./planTasks.js";
import type { RunJournal } from "./RunJournal.js";
import { type RunFile, runFiles } from "./runFiles.js";
import { SharedInputs } from "./SharedInputs.js";
import { splitExamples } from "./splitExamples.js";
import type { WorkContext } from "./WorkContext.js";

/** Where the work is done. */
export interface WorkSettings {
  /** Mirror folder of data files. */
  readonly data?: string;
  readonly engine?: EngineName | "auto";
  /** Whether ONNX Runtime runs the training steps, where they can be compiled; default true. */
  readonly compile?: boolean;
}

/** What the results of an experiment say of it besides its runs. */
export type ExperimentFacts = Pick<
  Results,
  "engine" | "compiled" | "dataset" | "skipped" | "encoder" | "split" | "environment"
>;

/** The parts of one seed's split, encoded, and what its runs share. */
interface PreparedSeed {
  readonly seed: number;
  readonly split: SplitIndices;
  readonly parts: OpenParts;
  readonly countHeads: CountHeads | undefined;
}

/** An experiment with its data loaded: it knows all its runs and can do any of them, one at a time. */
export class OpenExperiment {
  #prepared: PreparedSeed | undefined;

  private constructor(
    private readonly experiment: Experiment,
    private readonly examples: Examples,
    private readonly environment: Environment,
    /** Every run, losses first. */
    readonly tasks: readonly Task[],
    readonly facts: ExperimentFacts,
  ) {}

  /**
   * Readies the engine and loads the dataset; `data` is the mirror folder.
   * @param inputs where the dataset may be already
   * @throws an error where the data are missing, or the signal stops a download
   */
  static async open(
    experiment: Experiment,
    { data, engine, compile = true }: WorkSettings,
    context: WorkContext,
    inputs = new SharedInputs(data),
  ): Promise<OpenExperiment> {
    const engineName = await useEngine(engine);
    const compiled = compile && (await canCompile(context.observer));
    context.observer({ event: "stage", text: `loading ${experiment.dataset.id}` });
    const dataset = await inputs.of(experiment, context);
    const { examples } = dataset;
    const { id: encoder } = await dataset.encoder(experiment);
    const circumstances = {
      fingerprint: examples.dataset.fingerprint,
      encoder,
      engine: engineName,
      compiled,
    };
    // Fails here where the examples cannot be split.
    const splits = experiment.seeds.map((seed) => dataset.splitSizes(experiment, seed));
    const [sizes] = splits as [SplitSizes]; // of one seed at least
    const where = await environment(engineName, compiled);
    return new OpenExperiment(experiment, examples, where, planTasks(experiment, circumstances), {
      engine: engineName,
      compiled,
      dataset: examples.statistics,
      skipped: examples.dataset.skipped,
      encoder: { id: encoder },
      split: {
        use: experiment.split.use,
        resampled: examples.dataset.split === undefined,
        ...sizes,
      },
      environment: where,
    });
  }

  /**
   * Encodes the parts of the task's seed, which stay until the task of another seed is prepared.
   * @throws the signal's reason where it stops the work
   */
  async prepare({ identity: { seed } }: Task, { observer, signal }: WorkContext): Promise<void> {
    if (this.#prepared?.seed === seed) return;
    await this.close();
    observer({ event: "stage", text: `encoding, seed ${seed}` });
    const { experiment, examples } = this;
    const split = splitExamples(experiment, examples, seed);
    const parts = await encodeParts(experiment, examples, split, observer, signal);
    const countHeads = experiment.countHead && new CountHeads(experiment.countHead);
    this.#prepared = { seed, split, parts, countHeads };
  }

  /**
   * Does a run that is prepared; gives the files of its folder.
   * @param journal where it goes on, and keeps what a kill shall not lose
   */
  async run(
    task: Task,
    { observer, signal }: WorkContext,
    journal?: RunJournal,
  ): Promise<RunFile[]> {
    const { seed } = task.identity;
    const prepared = this.#prepared;
    if (prepared?.seed !== seed) throw new Error(`seed ${seed} is not prepared`);
    const { parts, countHeads, split } = prepared;
    const { decisions } = this.experiment;
    const classes = this.examples.dataset.labels;
    const outcome = await task.run({
      ...{ parts, classes, decisions, countHeads, journal, observer, signal },
    });
    const ids = (indices: readonly number[]) =>
      indices.map((index) => this.examples.dataset.examples[index]!.id); // a split holds valid indices
    const predicted = { validation: ids(split.validation), test: ids(split.test) };
    return runFiles(task.identity, outcome, predicted, this.environment);
  }

  /** Closes the files of the seed in hand. */
  async close(): Promise<void> {
    const prepared = this.#prepared;
    this.#prepared = undefined;
    await prepared?.parts.close();
  }
}
