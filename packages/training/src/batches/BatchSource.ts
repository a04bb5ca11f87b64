import { mersenne } from "pure-rand/generator/mersenne";
import type { Part } from "../checks/checkPart.js";
import type { Dropout } from "../heads/Head.js";
import type { Batch } from "../step/TrainingStep.js";
import { drawMask } from "./drawMask.js";
import { gatherFeatures } from "./gatherFeatures.js";
import { gatherRows } from "./gatherRows.js";
import { shuffle } from "./shuffle.js";

type Examples = Pick<Batch, "features" | "labels">;

/** Gives the batches of epoch after epoch, shuffled and with dropout masks from one seeded generator. */
export class BatchSource {
  readonly #part: Part;
  readonly #batchSize: number;
  readonly #dropouts: readonly Dropout[];
  readonly #generator;
  /** Row numbers, shuffled anew for each epoch. */
  readonly #order: Uint32Array;
  // The values of the batch in hand.
  readonly #features: Float32Array;
  readonly #labels: Float32Array;
  readonly #masks: readonly Float32Array[];
  /** The part as one batch, where it fits into one: its rows stay in order. */
  #whole: Examples | undefined;

  constructor(part: Part, batchSize: number, dropouts: readonly Dropout[], seed: number) {
    const rows = Math.min(batchSize, part.features.rows);
    this.#part = part;
    this.#batchSize = rows;
    this.#dropouts = dropouts;
    this.#generator = mersenne(seed);
    this.#order = Uint32Array.from({ length: part.features.rows }, (_, row) => row);
    this.#features = new Float32Array(rows * part.features.cols);
    this.#labels = new Float32Array(rows * part.labels.cols);
    this.#masks = dropouts.map(({ columns }) => new Float32Array(rows * columns));
  }

  /** Number of label columns. */
  get classes(): number {
    return this.#part.labels.cols;
  }

  /** The batches of the next epoch; the next one takes the room of the one before. */
  async *epoch(): AsyncGenerator<Batch, void, void> {
    if (this.#batchSize === this.#order.length) this.#whole ??= await this.#gather(this.#order);
    for (const { rows, masks } of this.#draw()) {
      yield { ...(this.#whole ?? (await this.#gather(rows))), masks };
    }
  }

  /** Passes over the next epoch, reading no example: the numbers of rows of its batches. */
  *skip(): Generator<number, void, void> {
    for (const { rows } of this.#draw()) yield rows.length;
  }

  /** Draws all that is random in the next epoch. */
  *#draw() {
    const { length } = this.#order;
    if (this.#batchSize < length) shuffle(this.#order, this.#generator);
    for (let from = 0; from < length; from += this.#batchSize) {
      const rows = this.#order.subarray(from, from + this.#batchSize);
      const masks = this.#dropouts.map(
        (dropout, i) => drawMask(dropout, rows.length, this.#generator, this.#masks[i]!), // one for each dropout
      );
      yield { rows, masks };
    }
  }

  async #gather(rows: Uint32Array): Promise<Examples> {
    const { features, labels } = this.#part;
    return {
      features: await gatherFeatures(features, rows, this.#features),
      labels: gatherRows(labels, rows, this.#labels),
    };
  }
}
