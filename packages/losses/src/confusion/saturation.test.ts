import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import { sigma } from "../testing/sigma.js";
import { saturation } from "./saturation.js";

const measure = async (logits: number[][], options?: Parameters<typeof saturation>[1]) => {
  const z = tf.tensor2d(logits);
  const result = await saturation(z, options);
  z.dispose();
  return result;
};

describe("saturation", () => {
  it("counts the entries with S < 0.01 or S > 0.99 and averages |dS/dz|", async () => {
    // ln 99 = 4.595… is where σ reaches .99
    const { share, meanSlope } = await measure([
      [0, 4.59],
      [4.6, -4.6],
    ]);
    expect(share).toBe(0.5);
    const slope = (z: number) => sigma(z) * sigma(-z);
    expect(meanSlope).toBeCloseTo((slope(0) + slope(4.59) + 2 * slope(4.6)) / 4, 7);
  });

  it("takes beta and eta per class", async () => {
    const { meanSlope } = await measure([[1, 1]], { beta: [1, 2], eta: [-1, 0] });
    expect(meanSlope).toBeCloseTo((1 / 4 + 2 * sigma(2) * sigma(-2)) / 2, 6);
  });

  it("finds the published setting, beta 10 and eta 1 on probabilities, saturated for any logits", async () => {
    const { share, meanSlope } = await measure([[-50, -2, 0, 2, 50]], {
      beta: 10,
      eta: 1,
      on: "probabilities",
    });
    expect(share).toBe(1);
    expect(meanSlope).toBeLessThan(1e-4);
  });

  it("multiplies the slope by σ(z)(1 − σ(z)) on probabilities", async () => {
    const { meanSlope } = await measure([[0]], { beta: 4, eta: -0.5, on: "probabilities" });
    expect(meanSlope).toBeCloseTo((4 / 4) * (1 / 4), 7);
  });

  it("rejects what is no matrix of logits, and unknown options", async () => {
    const vector = tf.zeros([2]) as unknown as tf.Tensor2D;
    await expect(saturation(vector)).rejects.toThrow(
      /^saturation: logits must have the shape .*\[2\]/,
    );
    vector.dispose();
    await expect(measure([[0]], { slope: 1 } as object)).rejects.toThrow(/unknown option "slope"/);
  });
});
