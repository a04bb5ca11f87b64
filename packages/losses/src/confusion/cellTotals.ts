import { mul, relu, sub, type Tensor } from "@tensorflow/tfjs-core";

/** The cells of soft confusion matrices, in the shape that `total` gives. */
export interface CellTotals {
  readonly tp: Tensor;
  readonly fp: Tensor;
  readonly fn: Tensor;
  readonly tn: Tensor;
}

/** All four cells of scores s and labels y, by three sums. */
export function cellTotals(s: Tensor, y: Tensor, total: (entries: Tensor) => Tensor): CellTotals {
  const hits = mul(s, y);
  const tp = total(hits);
  const fp = total(sub(s, hits));
  // The other two follow from the counts of labels, whole numbers that float32 holds exactly: without a
  // positive fn is exactly 0, without a negative tn is. Rounding must not make them negative.
  const positives = total(y);
  return {
    tp,
    fp,
    fn: relu(sub(positives, tp)),
    tn: relu(sub(sub(y.size / tp.size, positives), fp)),
  };
}
