import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itTakesNoOptions } from "../testing/itTakesNoOptions.js";
import { overPairs } from "../testing/overPairs.js";
import { pairwiseHinge } from "./pairwiseHinge.js";

describeLoss("pairwise-hinge", {
  settings: [
    {
      title: "defaults",
      make: pairwiseHinge,
      reference: overPairs((p, q) => Math.max(0, 1 + q - p)),
    },
  ],
  // One pair per example: 1 + 1/2 − 1/4 = 5/4, slopes ±1; and 1 + 0 − 2 < 0. The mean over 2 halves both.
  byHand: {
    labels: [
      [1, 0],
      [0, 1],
    ],
    logits: [
      [1 / 4, 1 / 2],
      [0, 2],
    ],
    value: 5 / 8,
    gradient: [-1 / 2, 1 / 2, 0, 0],
  },
});

describe("pairwiseHinge", () => {
  it("keeps its precision where large logits differ by little", () => {
    // 1 + q − p = [1.5, 0.5] for p = 10⁴ and q = 10⁴ ± 0.5
    const { value, gradient } = evaluate(pairwiseHinge(), {
      labels: [[0, 1, 0]],
      logits: [[1e4 + 0.5, 1e4, 1e4 - 0.5]],
    });
    expectClose([value], [1]);
    expectClose(gradient, [1 / 2, -1, 1 / 2]);
  });

  it("takes a thousand classes without an array of their pairs", async () => {
    const [examples, classes] = [8, 1000];
    const z = tf.randomNormal([examples, classes], 0, 1, "float32", 1);
    const y = tf.tidy(() =>
      tf.greater(tf.randomUniform([examples, classes], 0, 1, "float32", 2), 0.5),
    );
    const loss = pairwiseHinge();
    const { kernels } = await tf.profile(() => tf.grad((x: tf.Tensor) => loss(y, x))(z));
    const largest = Math.max(
      ...kernels.flatMap(({ outputShapes }) =>
        outputShapes.map((shape) => tf.util.sizeFromShape(shape)),
      ),
    );
    expect(largest).toBeLessThanOrEqual(2 * examples * classes);
    tf.dispose([z, y]);
  });

  itTakesNoOptions(pairwiseHinge);
});
