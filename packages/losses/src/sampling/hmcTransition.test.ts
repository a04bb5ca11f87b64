import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { expectClose } from "../testing/expectClose.js";
import { type HmcPoint, hmcTransition } from "./hmcTransition.js";
import type { Target } from "./Target.js";

beforeAll(async () => {
  await tf.setBackend("cpu");
});

/** Standard normal: log density −|x|²/2. */
const normal: Target = (x) => ({
  value: tf.mul(tf.sum(tf.square(x), 0, true), -0.5),
  gradient: tf.neg(x),
});

const at = (position: tf.Tensor2D, target = normal): HmcPoint => ({
  position,
  density: target(position),
});
const noise = (momenta: number[][], uniforms: number[][]) => ({
  momenta: tf.tensor2d(momenta),
  uniforms: tf.tensor2d(uniforms),
});
const log = (step: number) => tf.fill([1, 1], Math.log(step)) as tf.Tensor2D;

describe("hmcTransition", () => {
  // Step 1/2 · (1/2 + 1/2). Momentum 1/2 − 1/4 · 1 = 1/4, position 1 + 1/2 · 1/4 = 9/8, momentum
  // 1/4 − 1/4 · 9/8 = −1/32. H = (1 + 1/4)/2 = 5/8 before, ((9/8)² + (1/32)²)/2 = 1297/2048 after:
  // acceptance exp(−17/2048). The first chain's uniform number is below it, the second's above.
  it("is what one leapfrog step gives by hand, and chains accept on their own", () => {
    tf.tidy(() => {
      const start = at(tf.tensor2d([[1, 1]]));
      const given = noise(
        [[0.5, 0.5]],
        [
          [0.9917, 0.9918],
          [0.5, 0.5],
        ],
      );
      const { position, density, acceptance } = hmcTransition(normal, start, given, log(0.5), 1);
      expectClose([...acceptance.dataSync()], [Math.exp(-17 / 2048), Math.exp(-17 / 2048)]);
      expectClose([...position.dataSync()], [9 / 8, 1]);
      expectClose([...density.value.dataSync()], [-81 / 128, -1 / 2]);
      expectClose([...density.gradient.dataSync()], [-9 / 8, -1]);
    });
  });

  it("goes where the leapfrog in double precision goes, and back with the momentum turned round", () => {
    tf.tidy(() => {
      const accepting = [[0], [0.5]];
      const start = at(tf.tensor2d([[0.3], [-1]]));
      const [q, p] = leapfrog([0.3, -1], [1, 0.2], 0.1, 7);
      const there = hmcTransition(normal, start, noise([[1], [0.2]], accepting), log(0.1), 7);
      expectClose([...there.position.dataSync()], q);
      const turned = p.map((x) => [-x]);
      const back = hmcTransition(normal, there, noise(turned, accepting), log(0.1), 7);
      expectClose([...back.position.dataSync()], [0.3, -1]);
    });
  });

  it.each([
    ["NaN", Number.NaN],
    ["−∞", Number.NEGATIVE_INFINITY],
    ["+∞", Number.POSITIVE_INFINITY],
  ])("stays where the log density would become %s, with probability 0 of leaving", (_, wrong) => {
    tf.tidy(() => {
      const spoilt: Target = (x) => ({
        value: tf.where(tf.greater(x, 0), tf.fill(x.shape, wrong), tf.zerosLike(x)) as tf.Tensor2D,
        gradient: tf.zerosLike(x),
      });
      const start = at(tf.tensor2d([[-1, -1]]), spoilt);
      const given = noise(
        [[4, 0.5]],
        [
          [0, 0],
          [0.5, 0.5],
        ],
      );
      const { position, acceptance } = hmcTransition(spoilt, start, given, log(0.5), 1);
      expect([...position.dataSync()]).toEqual([-1, -0.75]);
      expect([...acceptance.dataSync()]).toEqual([0, 1]);
    });
  });
});

/** The leapfrog of a standard normal in double precision: position and momentum at the end. */
function leapfrog(
  position: number[],
  momentum: number[],
  step: number,
  steps: number,
): [number[], number[]] {
  let [q, p] = [position, momentum];
  const kick = () => {
    p = p.map((x, k) => x - (step / 2) * (q[k] ?? 0));
  };
  for (let i = 0; i < steps; i++) {
    kick();
    q = q.map((x, k) => x + step * (p[k] ?? 0));
    kick();
  }
  return [q, p];
}
