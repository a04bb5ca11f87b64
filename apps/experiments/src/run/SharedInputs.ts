import type { Experiment } from "../config/Experiment.js";
import { DatasetInputs } from "./DatasetInputs.js";
import { loadExamples } from "./loadExamples.js";
import type { WorkContext } from "./WorkContext.js";

/** Loads the data that several cells share once. */
export class SharedInputs {
  /** The one used last is the last. */
  readonly #loaded = new Map<string, Promise<DatasetInputs>>();

  /**
   * @param data mirror folder of data files
   * @param kept number of datasets that stay in memory
   */
  constructor(
    private readonly data: string | undefined,
    private readonly kept = 1,
  ) {}

  /** The dataset of an experiment; one that could not be loaded is tried again. Throws as `loadExamples`. */
  async of(experiment: Experiment, { observer, signal }: WorkContext): Promise<DatasetInputs> {
    const { dataset, datasetOptions, split } = experiment;
    const official = Object.hasOwn(dataset.splits ?? {}, split.use);
    const key = JSON.stringify([dataset.id, datasetOptions, official && split.use]);
    const load = async () =>
      new DatasetInputs(await loadExamples(experiment, this.data, observer, signal));
    const known = this.#loaded.get(key);
    this.#loaded.delete(key);
    for (const oldest of this.#loaded.keys()) {
      if (this.#loaded.size >= this.kept) this.#loaded.delete(oldest);
    }
    const inputs = known ?? load();
    this.#loaded.set(key, inputs);
    try {
      return await inputs;
    } catch (error) {
      if (this.#loaded.get(key) === inputs) this.#loaded.delete(key);
      throw error;
    }
  }
}
