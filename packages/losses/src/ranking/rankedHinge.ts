import {
  add,
  cast,
  concat,
  cumsum,
  expandDims,
  greaterEqual,
  mul,
  neg,
  pad,
  slice,
  sub,
  sum,
  type Tensor,
  topk,
} from "@tensorflow/tfjs-core";
import { withGradient } from "../withGradient.js";
import { FAR } from "./FAR.js";
import { gatherInRows } from "./gatherInRows.js";
import { positives } from "./positives.js";

/** Rows in descending order of their keys. */
interface Sorted {
  readonly keys: Tensor;
  /** 1 where the key is that of a negative, else 0. */
  readonly isQ: Tensor;
  /** Columns that the keys came from, as float32. */
  readonly columns: Tensor;
}

/** What a weight may depend on. */
export interface Ranks {
  /** For each positive in the order of the keys, how many negatives have z_q + 1 > z_p; [rows, columns]. */
  readonly above: Tensor;
  /** |P|, [rows, 1]. */
  readonly sizeP: Tensor;
  /** |Q|, [rows, 1]. */
  readonly sizeQ: Tensor;
}

/**
 * Keys z_p of the positives and z_q + 1 of the negatives. A row is sorted as one of twice its length, a half for
 * each set, in which the entries of the other set are −FAR and come last: equal keys stay in the order of their
 * columns, so a positive precedes a negative of the same key, which is not above it.
 */
function sortByKey(isP: Tensor, logits: Tensor): Sorted {
  const columns = logits.shape[1] as number;
  const away = mul(isP, FAR);
  const ofP = add(logits, sub(away, FAR));
  const ofQ = sub(add(logits, 1), away);
  const { values, indices } = topk(concat([ofP, ofQ], 1), columns);
  const isQ = cast(greaterEqual(indices, columns), "float32");
  return { keys: values, isQ, columns: sub(cast(indices, "float32"), mul(isQ, columns)) };
}

/** Each key's distance to the next; at the last one a number that means nothing. */
function gaps(keys: Tensor): Tensor {
  const [rows, columns] = keys.shape as [number, number];
  const padding: [number, number][] = [
    [0, 0],
    [0, 1],
  ];
  return sub(keys, slice(pad(keys, padding), [0, 1], [rows, columns]));
}

/**
 * Σ_{p∈P} w_p Σ_{q∈Q} max(0, 1 + z_q − z_p) for each row of the batch, [rows], in O(n log n) time and O(n) memory.
 *
 * A pair counts where q's key z_q + 1 comes before p's key z_p in descending order, and it spans the gaps between
 * them. With Q_i the number of negatives among the first i keys and W_i the weight of the positives after them, the
 * sum is Σ_i Q_i·W_i·(key_i − key_{i+1}), whose terms are all ≥ 0, so that large logits cancel nowhere; the slope is W
 * at a negative and −w_p·Q at a positive.
 * @param weigh gives w, to broadcast against [rows, columns]; no gradient flows through it
 */
export function rankedHinge(
  labels: Tensor,
  logits: Tensor,
  weigh: (ranks: Ranks) => Tensor,
): Tensor {
  return withGradient(logits, (z, save) => {
    const isP = positives(labels);
    const sizeP = sum(isP, 1, true);
    const sizeQ = sub(z.shape[1] as number, sizeP);
    const { keys, isQ, columns } = sortByKey(isP, z);
    const above = cumsum(isQ, 1);
    const weights = mul(sub(1, isQ), weigh({ above, sizeP, sizeQ }));
    const after = cumsum(weights, 1, true, true);
    save([columns, sub(mul(isQ, after), mul(weights, above))]);
    return {
      value: sum(mul(mul(above, after), gaps(keys)), 1),
      gradFunc: (dy, saved) => {
        // in the order of save, above
        const [from, slopes] = saved as [Tensor, Tensor];
        // Where each column went: the inverse of a permutation is the order of its entries.
        const places = topk(neg(from), from.shape[1] as number).indices;
        return mul(gatherInRows(slopes, places), expandDims(dy, 1));
      },
    };
  });
}
