import type { Encoder } from "@sigf1/features";
import { expect, it, vi } from "vitest";
import { frameMeans } from "./frameMeans.js";

/** A frame "3,5" has the features 3 and 5. */
const stub = (): Encoder<string> => ({
  id: "stub",
  dimension: 2,
  encode: async (batch) =>
    Float32Array.from(batch.flatMap((frame) => frame.split(",").map(Number))),
  dispose: vi.fn(),
});

it("gives the mean of the frames' features, a row for each video", async () => {
  const encoder = frameMeans<string[]>(stub(), async (frames) => frames, "given frames");
  expect(encoder.dimension).toBe(2);
  expect([...(await encoder.encode([["1,2", "3,6"], ["5,5"]]))]).toEqual([2, 4, 5, 5]);
});

it("is named after the encoder and the choice of frames", () => {
  expect(frameMeans(stub(), async () => [], "8 frames").id).toBe("frame-means(stub, 8 frames)");
});

it("refuses a video without frames", async () => {
  const encoder = frameMeans(stub(), async (frames: string[]) => frames, "given frames");
  await expect(encoder.encode([["1,2"], []])).rejects.toThrow("video 1 of the batch has no frame");
});

it("disposes the encoder of the frames", () => {
  const frames = stub();
  frameMeans(frames, async () => [], "none").dispose();
  expect(frames.dispose).toHaveBeenCalledOnce();
});
