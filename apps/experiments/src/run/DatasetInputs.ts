import type { Experiment } from "../config/Experiment.js";
import { type EncoderFacts, encoderFacts } from "./encoderFacts.js";
import type { Examples } from "./loadExamples.js";
import { splitExamples } from "./splitExamples.js";

/** Number of examples in each part of a split. */
export interface SplitSizes {
  readonly train: number;
  readonly validation: number;
  readonly test: number;
}

/** A dataset in memory, and what was found out about it, which many cells may ask for. */
export class DatasetInputs {
  readonly #sizes = new Map<string, SplitSizes>();
  readonly #encoders = new Map<string, Promise<EncoderFacts>>();

  constructor(readonly examples: Examples) {}

  /**
   * How large the parts of a seed's split are.
   * @throws as `splitExamples`, where the examples cannot be split
   */
  splitSizes(experiment: Experiment, seed: number): SplitSizes {
    const key = JSON.stringify([experiment.split, seed]);
    const known = this.#sizes.get(key);
    if (known !== undefined) return known;
    const { train, validation, test } = splitExamples(experiment, this.examples, seed);
    const sizes = { train: train.length, validation: validation.length, test: test.length };
    this.#sizes.set(key, sizes);
    return sizes;
  }

  /** What is known of the experiment's encoder. */
  encoder(experiment: Experiment): Promise<EncoderFacts> {
    const key = JSON.stringify(experiment.settings.encoder);
    const facts = this.#encoders.get(key) ?? encoderFacts(experiment, this.examples);
    this.#encoders.set(key, facts);
    return facts;
  }
}
