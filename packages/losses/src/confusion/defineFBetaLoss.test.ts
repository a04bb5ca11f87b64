import * as tf from "@tensorflow/tfjs";
import { describe } from "vitest";
import { itAgrees } from "../testing/itAgrees.js";
import { sigma } from "../testing/sigma.js";
import { defineFBetaLoss } from "./defineFBetaLoss.js";

describe("defineFBetaLoss", () => {
  itAgrees(
    "b 2, one matrix, smooth 1",
    () => defineFBetaLoss("f-2", 2, { average: "micro", smooth: 1 }, (z) => tf.sigmoid(z), {}),
    (labels, logits) => {
      let [tp, fp, fn] = [0, 0, 0];
      labels.forEach((row, i) => {
        row.forEach((y, j) => {
          const s = sigma(logits[i]?.[j] ?? Number.NaN);
          tp += s * y;
          fp += s * (1 - y);
          fn += (1 - s) * y;
        });
      });
      return 1 - (5 * tp + 1) / (5 * tp + 4 * fn + fp + 1);
    },
  );
});
