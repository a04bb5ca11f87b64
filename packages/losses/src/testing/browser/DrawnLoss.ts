import type { LossName } from "@sigf1/losses";

/** A tensor as plain data, which a page can be given. */
export interface PlainTensor {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** A loss and the random inputs of each of its calls, by name; none where the loss draws nothing. */
export interface DrawnLoss {
  readonly name: LossName;
  readonly calls: readonly Readonly<Record<string, PlainTensor>>[];
}
