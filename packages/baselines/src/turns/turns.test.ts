import { describe, expect, it } from "vitest";
import { baselineByName, classicalNames } from "../baselineByName.js";
import { countRegression } from "../counts/countRegression.js";

/** Noise that no classifier learns within a second, so that an abort meets it at work. */
const rows = 6000;
const noise = (k: number) => Math.sin(k * k * 12.9898) * 43758.5453 - Math.floor(k / 7);
const features = {
  rows,
  cols: 120,
  data: Float32Array.from({ length: rows * 120 }, (_, k) => noise(k) % 1),
};
const truth = {
  rows,
  cols: 40,
  data: Uint8Array.from({ length: rows * 40 }, (_, k) => (noise(k + 5) % 1 > 0.2 ? 1 : 0)),
};
const learners = [
  ...classicalNames.map((name) => baselineByName(name)),
  { name: "count-regression", ...countRegression() },
];

describe.each(learners)("$name", (learner) => {
  it("lets timers fire while it learns, and stops soon after an abort with its reason", async () => {
    const controller = new AbortController();
    let fired = 0;
    const timer = setInterval(() => {
      fired += 1;
      if (fired === 3) controller.abort(new Error("no more"));
    }, 20);
    const start = performance.now();
    await expect(learner.fit(features, truth, controller)).rejects.toThrow("no more");
    clearInterval(timer);
    expect(fired).toBe(3);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("does not begin where the signal is aborted", async () => {
    const signal = AbortSignal.abort(new Error("no more"));
    await expect(learner.fit(features, truth, { signal })).rejects.toThrow("no more");
  });
});

it("mlKnn stops while it scores", async () => {
  const few = 800;
  const fitted = await baselineByName("ml-knn").fit(
    { ...features, rows: few, data: features.data.slice(0, few * features.cols) },
    { ...truth, rows: few, data: truth.data.slice(0, few * truth.cols) },
  );
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error("no more")), 20);
  await expect(fitted.scores(features, controller)).rejects.toThrow("no more");
});
