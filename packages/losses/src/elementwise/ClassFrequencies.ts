import type { TrainingStatistics } from "../MultilabelLoss.js";
import { checkFrequencies } from "./checkFrequencies.js";

/** How frequent the classes are: as the options of a loss say, or else as the training loop tells it. */
export class ClassFrequencies<Given extends Pick<TrainingStatistics, "counts">> {
  readonly #loss: string;
  readonly #options: string;
  readonly #given: Given | undefined;
  #told: TrainingStatistics | undefined;

  /** @param options names the options that would give them; completes "give …" */
  constructor(loss: string, options: string, given: Given | undefined) {
    this.#loss = loss;
    this.#options = options;
    this.#given = given;
  }

  /**
   * Takes what the training loop knows, which counts where the options say nothing.
   * @throws TypeError, RangeError as for the options
   */
  tell({ examples, counts }: TrainingStatistics): void {
    checkFrequencies(`${this.#loss}: onTrainBegin`, { examples, counts });
    this.#told = { examples, counts: [...counts] };
  }

  /** @throws RangeError where they are not known, or are those of another number of classes */
  of(classes: number): Given | TrainingStatistics {
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
