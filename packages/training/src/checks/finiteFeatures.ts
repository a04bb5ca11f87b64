import type { Features } from "../batches/RowSource.js";
import { checkFinite } from "./checkFinite.js";

/**
 * The features, which are finite: those in memory are checked at once, others whenever rows are read.
 * @throws TrainingDataError naming the part, and row and column of an entry
 */
export function finiteFeatures(name: string, features: Features): Features {
  if ("data" in features) {
    checkFinite(name, features);
    return features;
  }
  const { rows, cols } = features;
  return {
    rows,
    cols,
    async gather(wanted, into) {
      await features.gather(wanted, into);
      const data = into.subarray(0, wanted.length * cols);
      checkFinite(name, { rows: wanted.length, cols, data }, (i) => wanted[i]!); // one for each
    },
  };
}
