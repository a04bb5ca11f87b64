import "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { drawnParameter } from "../testing/drawnParameter.js";
import { drawWindows } from "../testing/drawWindows.js";
import { sampleMoments } from "../testing/sampleMoments.js";
import { sigma } from "../testing/sigma.js";
import { bayesianSigmoidF1 } from "./bayesianSigmoidF1.js";

const EXAMPLES = 600;
const SPACING = 6 / EXAMPLES;
/** Evenly spaced over (−3, 3). */
const logits = Array.from({ length: EXAMPLES }, (_, i) => -3 + SPACING * (i + 0.5));
/** Far wider than what is to be found: within two standard deviations β from 0.14 to 7.4 and η from −2 to 2. */
const wide = { beta: 1, eta: 0, betaScale: 1, etaScale: 1 };

/** Moments of log β and η, drawn given the labels of one class. */
async function posteriorGiven(labels: readonly number[]) {
  const column = (values: readonly number[]) => values.map((x) => [x]);
  const batch = { labels: column(labels), logits: column(logits) };
  const windows = await drawWindows(bayesianSigmoidF1({ ...wide, seed: 1 }), batch, 3, 250);
  const draws = (name: string) =>
    windows.map((window) => [...(drawnParameter(window, name).values ?? [])]);
  return {
    logBeta: sampleMoments(draws("beta").map((values) => values.map(Math.log))),
    eta: sampleMoments(draws("eta")),
  };
}

/** The offset of the threshold z ≥ −η with the highest expected F1, where labels are 1 with the given probabilities. */
function bestOffset(probabilities: readonly number[]): number {
  const total = probabilities.reduce((a, b) => a + b);
  const f1 = logits.map((_, i) => {
    const above = probabilities.slice(i);
    return (2 * above.reduce((a, b) => a + b)) / (above.length + total);
  });
  return -(logits[f1.indexOf(Math.max(...f1))] ?? Number.NaN);
}

describe("bayesianSigmoidF1's posterior", () => {
  beforeAll(async () => {
    await tf.setBackend("wasm");
  });

  it.each([-0.8, 0.3, 1.2])(
    "finds the threshold η* = %d planted in the labels y = [z + η* ≥ 0], with a steep β",
    async (planted) => {
      const { logBeta, eta } = await posteriorGiven(logits.map((z) => (z + planted >= 0 ? 1 : 0)));
      // Between two logits no label tells thresholds apart; beyond that, four Monte-Carlo errors.
      const tolerance = SPACING + (4 * eta.sd) / Math.sqrt(eta.ess);
      expect(tolerance).toBeLessThan(0.02); // or it would prove little
      expect(Math.abs(eta.mean - planted)).toBeLessThan(tolerance);
      expect(eta.sd).toBeLessThan(wide.etaScale / 5);
      expect(logBeta.mean).toBeGreaterThan(Math.log(wide.beta) + 2 * wide.betaScale);
    },
  );

  // Their F1 is highest at hard scores, not at the S that they are drawn from; and at another threshold than S = 1/2.
  it.each([0.5, 1])(
    "finds of labels drawn from S(z; %d, 0.3) the threshold of the highest F1, and a far steeper β",
    async (beta) => {
      const probabilities = logits.map((z) => sigma(beta * (z + 0.3)));
      // Uniform, and evenly so among neighbours too: Weyl's sequence of the golden ratio.
      const uniforms = logits.map((_, i) => (i * 0.6180339887498949) % 1);
      const labels = probabilities.map((p, i) => ((uniforms[i] ?? Number.NaN) < p ? 1 : 0));
      const { logBeta, eta } = await posteriorGiven(labels);
      expect(Math.abs(eta.mean - bestOffset(probabilities))).toBeLessThan(eta.sd);
      expect(eta.mean).toBeGreaterThan(0.3 + 2 * eta.sd);
      expect(logBeta.mean).toBeGreaterThan(Math.log(beta) + 3 * logBeta.sd);
    },
  );
});
