import { exportOnnx } from "@sigf1/compile";
import { useEngine } from "@sigf1/engine";
import { sigmoidF1 } from "@sigf1/losses";
import { eagerStep, train } from "@sigf1/training";
import { compiledStep } from "@sigf1/training/compiled";
import * as tf from "@tensorflow/tfjs-core";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { HeadSettings } from "../config/experimentSchema.js";
import { createHead } from "./createHead.js";

const settings: HeadSettings = {
  use: "cnn",
  width: 8,
  height: 12,
  filters: [4, 8],
  hidden: [],
  dropout: 0.25,
  inputDropout: 0,
  l2: 1e-4,
};
const place = { inputs: 8 * 12 * 3, outputs: 2, seed: 3 };

beforeAll(async () => {
  await useEngine("wasm");
});

/** Images with stripes along one axis or the other, which are their labels. */
function stripes(rows: number) {
  const { inputs } = place;
  const bright = (row: number, i: number) => {
    const along = row % 2 === 0 ? Math.floor(i / 24) : Math.floor(i / 3) % 8;
    return along % 4 < 2 ? 1 : -1;
  };
  const features = Float32Array.from({ length: rows * inputs }, (_, i) => {
    const row = Math.floor(i / inputs);
    return bright(row, i % inputs) * (0.5 + 0.5 * Math.abs(Math.sin(i)));
  });
  const labels = Uint8Array.from({ length: rows * 2 }, (_, i) =>
    Math.floor(i / 2) % 2 === i % 2 ? 1 : 0,
  );
  return {
    features: { rows, cols: inputs, data: features },
    labels: { rows, cols: 2, data: labels },
  };
}

describe("createHead", () => {
  it("makes a cnn that training brings the loss down with, compiled as operation by operation", async () => {
    const onWarning = vi.fn<(text: string) => void>();
    const losses: number[][] = [];
    const compiled: typeof eagerStep = (...args) => compiledStep(...args, { onWarning });
    for (const step of [eagerStep, compiled]) {
      const head = await createHead(settings, place);
      const optimizer = { name: "adam", learningRate: 0.01 } as const;
      const data = { train: stripes(24), epochs: 25, batchSize: 12 };
      const { history } = await train({ head, loss: sigmoidF1(), optimizer, step, ...data });
      losses.push(history.map(({ loss }) => loss));
      head.dispose();
    }
    const [eager = [], fast = []] = losses;
    expect(onWarning).not.toHaveBeenCalled();
    expect(eager.at(-1)).toBeLessThan(0.6 * (eager[0] ?? Number.NaN));
    fast.forEach((loss, epoch) => {
      expect(loss).toBeCloseTo(eager[epoch] ?? Number.NaN, 2);
    });
  });

  it("makes a cnn that can be exported as ONNX", async () => {
    const head = await createHead(settings, place);
    const bytes = exportOnnx((features) => head.forward(features as tf.Tensor2D), {
      inputs: [{ name: "features", shape: [null, place.inputs] }],
      outputs: ["logits"],
    });
    const { features } = stripes(3);
    const session = await InferenceSession.create(bytes);
    const feeds = { features: new Tensor("float32", features.data, [3, place.inputs]) };
    const { logits } = await session.run(feeds);
    const expected = head.forward(tf.tensor2d(features.data, [3, place.inputs]));
    (await expected.data()).forEach((value, i) => {
      expect(logits?.data[i]).toBeCloseTo(value, 4);
    });
    head.dispose();
  });

  it("refuses a cnn on features that are not its pixels", async () => {
    await expect(createHead(settings, { ...place, inputs: 1280 })).rejects.toThrow(
      "the head cnn takes 8 × 12 × 3 = 288 features, but the encoder gives 1280; take the encoder pixels",
    );
  });
});
