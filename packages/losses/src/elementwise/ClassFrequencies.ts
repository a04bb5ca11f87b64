import type { TrainingStatistics } from "../MultilabelLoss.js";

/** How frequent the classes are: as the options of a loss say, or else as the training loop tells it. */
export class ClassFrequencies<Known extends Pick<TrainingStatistics, "counts">> {
  readonly #loss: string;
  readonly #options: string;
  readonly #given: Known | undefined;
  #told: Known | undefined;

  /** @param options names the options that would give them; completes "give …" */
  constructor(loss: string, options: string, given: Known | undefined) {
    this.#loss = loss;
    this.#options = options;
    this.#given = given;
  }

  /** Takes what the training loop knows, which counts where the options say nothing. */
  tell(training: Known): void {
    this.#told = training;
  }

  /** @throws RangeError where they are not known, or are those of another number of classes */
  of(classes: number): Known {
    const known = this.#given ?? this.#told;
    if (known === undefined)
      throw new RangeError(
        `${this.#loss}: the frequencies of the classes are not known; give ${this.#options}, or call onTrainBegin({ examples, counts }) first, as the training loop does`,
      );
    if (known.counts.length !== classes)
      throw new RangeError(
        `${this.#loss}: counts are those of ${known.counts.length} classes, but the batch has ${classes}`,
      );
    return known;
  }
}
