import { tensor2d, tidy } from "@tensorflow/tfjs-core";
import type { Features } from "../batches/RowSource.js";
import type { Head } from "../heads/Head.js";
import { mapRows } from "../mapRows.js";

/** What a head's last layer is given: at once where the features are in memory, else whenever rows are read. */
export async function hiddenFeatures(head: Head, features: Features): Promise<Features> {
  if ("data" in features) return mapRows(features, head.hiddenWidth, head.hidden);
  const { rows, cols } = features;
  return {
    rows,
    cols: head.hiddenWidth,
    async gather(wanted, into) {
      const given = new Float32Array(wanted.length * cols);
      await features.gather(wanted, given);
      const hidden = tidy(() => head.hidden(tensor2d(given, [wanted.length, cols])));
      into.set(await hidden.data<"float32">());
      hidden.dispose();
    },
  };
}
