import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { expectClose } from "../testing/expectClose.js";
import { sigma } from "../testing/sigma.js";
import { softF1Reference } from "../testing/softF1Reference.js";
import { chainLayout } from "./chainLayout.js";
import { scalePosterior } from "./scalePosterior.js";
import { smoothF1 } from "./smoothF1.js";
import { totals } from "./totals.js";

beforeAll(async () => {
  await tf.setBackend("cpu");
});

const labels = [
  [1, 0, 1],
  [0, 1, 0],
  [1, 1, 0.5],
  [0, 0, 1],
];
const logits = [
  [1, -0.5, 0.3],
  [-1.2, 0.4, 0],
  [0.8, 2, 0.1],
  [-0.3, -2, -0.7],
];
const prior = { beta: 2, eta: -0.3, betaScale: 0.7, etaScale: 0.4 };
const T = 30;

const scopes = ["global", "class", "example"] as const;
const averages = ["macro", "micro", "samples"] as const;
const cases = scopes.flatMap((scope) => averages.map((average) => [scope, average] as const));

describe("scalePosterior", () => {
  it.each(cases)(
    "of scope %s and average %s is T·mean F1 − |θ|²/2, and its gradient that of finite differences",
    (scope, average) => {
      const layout = chainLayout(scope, average, 4, 3);
      const { pairs, chains, parameters } = layout;
      const position = Array.from({ length: 2 * pairs }, (_, k) => Math.sin(3 * k + 1));
      // θ of the log β first, then θ′ of the η, pair by pair
      const pairOf = (i: number, j: number) => ({ global: 0, class: j, example: i })[scope];
      const reference = (theta: readonly number[]) => {
        const scores = logits.map((row, i) =>
          row.map((z, j) => {
            const k = pairOf(i, j);
            const beta = prior.beta * Math.exp(prior.betaScale * (theta[k] ?? Number.NaN));
            const eta = prior.eta + prior.etaScale * (theta[pairs + k] ?? Number.NaN);
            return sigma(beta * (z + eta));
          }),
        );
        const f1 = 1 - softF1Reference(labels, scores, average, 0.5);
        return T * f1 - theta.reduce((sum, x) => sum + x * x, 0) / 2;
      };
      tf.tidy(() => {
        const [y, z] = [tf.tensor2d(labels), tf.tensor2d(logits)];
        const target = scalePosterior(
          smoothF1(y, z, totals[average], 0.5, 1e-16),
          prior,
          layout,
          totals[scope],
          T,
        );
        const { value, gradient } = target(tf.tensor2d(position, [parameters, chains]));
        expect(value.shape).toEqual([1, chains]);
        const total = [...value.dataSync()].reduce((a, b) => a + b);
        expectClose([total], [reference(position)]);
        const moved = (k: number, by: number) => position.map((x, l) => (l === k ? x + by : x));
        const slopes = position.map(
          (_, k) => (reference(moved(k, 1e-5)) - reference(moved(k, -1e-5))) / 2e-5,
        );
        expectClose([...gradient.dataSync()], slopes, 1e-4);
      });
    },
  );

  it("has a chain for each class with macro, for each example with samples, else one", () => {
    const chains = cases.map(([scope, average]) => chainLayout(scope, average, 4, 3).chains);
    expect(chains).toEqual([1, 1, 1, 3, 1, 1, 1, 1, 4]);
  });
});
