import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { expectClose } from "../testing/expectClose.js";
import { drawNoise } from "./drawNoise.js";

beforeAll(async () => {
  await tf.setBackend("cpu");
});

/** What tfjs's generator of normal numbers (Marsaglia's polar method) makes of a stream of uniform ones. */
function polar(uniforms: ArrayLike<number>): number[] {
  const normals: number[] = [];
  for (let i = 0; i + 1 < uniforms.length; i += 2) {
    const [x, y] = [i, i + 1].map((k) => 2 * (uniforms[k] ?? Number.NaN) - 1) as [number, number];
    const square = x * x + y * y;
    const factor = Math.sqrt((-2 * Math.log(square)) / square);
    if (square > 0 && square < 1) normals.push(x * factor, y * factor);
  }
  return normals;
}

/** The first normal number of each of the three streams of a call, those of `uniforms` made normal. */
const firstOfStreams = (seed: number, call: number) =>
  tf.tidy(() => {
    const { momenta, uniforms, start } = drawNoise(seed, call, [2, 3, 10], true);
    const streams = [momenta.dataSync(), polar(uniforms.dataSync()), start?.dataSync()];
    return streams.map((normals) => (normals?.[0] ?? Number.NaN).toFixed(3));
  }) as string[];

describe("drawNoise", () => {
  it.each([0, 1, 2 ** 32 - 2])(
    "draws momenta, uniforms and starts from streams of their own, others at each call and for the next seed, seed %d",
    (seed) => {
      const first = [seed, seed + 1].flatMap((s) =>
        [0, 1, 2].flatMap((call) => firstOfStreams(s, call)),
      );
      expect(new Set(first).size).toBe(18);
    },
  );

  it("draws the same for the same seed and call", () => {
    expect(firstOfStreams(2 ** 32 - 1, 7)).toEqual(firstOfStreams(2 ** 32 - 1, 7));
  });

  it("has streams that this test would tell apart: tfjs makes its normal numbers of its uniform ones", () => {
    tf.tidy(() => {
      const normals = polar(tf.randomUniform([40], 0, 1, "float32", 7).dataSync()).slice(0, 10);
      expectClose([...tf.randomNormal([10], 0, 1, "float32", 7).dataSync()], normals, 1e-3);
    });
  });
});
