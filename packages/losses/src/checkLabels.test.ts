import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import { checkLabels } from "./checkLabels.js";

describe("checkLabels", () => {
  it("accepts labels in [0, 1] of any numeric or boolean type", async () => {
    await checkLabels(tf.tensor2d([[0, 0.5, 1]]));
    await checkLabels(tf.tensor2d([[0, 1]], undefined, "int32"));
    await checkLabels(tf.tensor2d([[false, true]], undefined, "bool"));
  });

  it("rejects others with a RangeError naming the first and its place", async () => {
    const check = checkLabels(
      tf.tensor2d([
        [0, 1],
        [1, 7],
        [8, 0],
      ]),
    );
    await expect(check).rejects.toThrow(RangeError);
    await expect(check).rejects.toThrow("received 7 at example 1, class 1");
  });
});
