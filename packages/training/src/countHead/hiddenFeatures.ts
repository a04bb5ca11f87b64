import type { Features } from "../batches/RowSource.js";
import type { Head } from "../heads/Head.js";
import { mapRows } from "../mapRows.js";

/** What a head's last layer is given: at once where the features are in memory, else whenever rows are read. */
export async function hiddenFeatures(head: Head, features: Features): Promise<Features> {
  const { hiddenWidth, hidden, batchRows } = head;
  if ("data" in features) return mapRows(features, hiddenWidth, hidden, batchRows);
  const { rows, cols } = features;
  return {
    rows,
    cols: hiddenWidth,
    async gather(wanted, into) {
      const data = new Float32Array(wanted.length * cols);
      await features.gather(wanted, data);
      const given = { rows: wanted.length, cols, data };
      into.set((await mapRows(given, hiddenWidth, hidden, batchRows)).data);
    },
  };
}
