import type { Features } from "../batches/RowSource.js";
import type { Head } from "../heads/Head.js";
import type { EpochRecord } from "../TrainOptions.js";

/** A trained second head that predicts how many labels an example has. */
export interface CountHead {
  /** The numbers of labels that it can predict: those that occur in the training part, in ascending order. */
  readonly counts: readonly number[];
  /** Its own layers: what the first head's `hidden` gives → a logit for each of `counts`. */
  readonly head: Head;
  /** One record per epoch; its `metric` is minus the mean |n̂ − n| over the validation part. */
  readonly history: readonly EpochRecord[];
  /** The epoch whose weights it has. */
  readonly bestEpoch: number;
  /**
   * The most probable number of labels of every row, of equal ones the smallest. It computes with the weights that the
   * first head has at the time.
   * @throws RangeError when the width of the features is not the first head's
   */
  predict(features: Features): Promise<Uint32Array>;
  /** Frees its own variables, not those of the first head. */
  dispose(): void;
}
