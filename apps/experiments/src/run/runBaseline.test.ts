import { countRegression, linearSvm } from "@sigf1/baselines";
import { count, decisionByName, multilabelReport, type ScoreMatrix } from "@sigf1/metrics";
import type { Features, RowSource } from "@sigf1/training";
import { describe, expect, it } from "vitest";
import { resolveExperiment } from "../config/resolveExperiment.js";
import { flipLabels } from "./corruption/flipLabels.js";
import { runBaseline } from "./runBaseline.js";

/** Three classes, each with its feature; an example has one to three of them. */
function part(rows: number) {
  const data = Uint8Array.from({ length: rows * 3 }, (_, k) => {
    const row = Math.floor(k / 3);
    return row % 3 === k % 3 || row % 5 === k % 3 ? 1 : 0;
  });
  const noise = (k: number) => ((k * 7919) % 13) / 10;
  return {
    features: { rows, cols: 3, data: Float32Array.from(data, (label, k) => label + noise(k)) },
    labels: { rows, cols: 3, data },
  };
}

const inMemory = { train: part(60), validation: part(20), test: part(30) };

async function run(
  baseline: string,
  features: (own: ScoreMatrix) => Features,
  flipped = 0,
  signal?: AbortSignal,
) {
  const { baselines, corruption } = await resolveExperiment(
    `experiment: small
dataset: simulated
encoder: identity
losses: [focal]
baselines: [${baseline}]
corruption: { flippedLabels: ${flipped} }
`,
    "small.yaml",
  );
  const [plan] = baselines;
  if (plan === undefined) throw new Error("one baseline");
  const { train, validation, test } = inMemory;
  const seen = (own: typeof train) => ({ ...own, features: features(own.features) });
  const parts = { train: seen(train), validation: seen(validation), test: seen(test) };
  const decisions = [decisionByName("threshold-0.5"), decisionByName("count")];
  const classes = ["a", "b", "c"];
  const { record } = await runBaseline(plan, 4, corruption, {
    parts,
    classes,
    decisions,
    observer: () => {},
    signal,
  });
  return record;
}

const asMatrix = (own: ScoreMatrix) => own;
const asSource = ({ rows, cols }: ScoreMatrix): RowSource => ({
  rows,
  cols,
  gather: () => Promise.reject(new Error("nobody reads them")),
});

describe("runBaseline", () => {
  it("evaluates a classical baseline under every rule, count by a regression on the features", async () => {
    const { train, validation, test } = inMemory;
    const fitted = await linearSvm({ C: 0.1 }).fit(train.features, train.labels);
    const counting = await countRegression().fit(train.features, train.labels);
    const scores = await fitted.scores(test.features);
    const thresholded = scores.data.map((score) => (score >= 0.5 ? 1 : 0));
    const counted = count()
      .fit(
        await fitted.scores(validation.features),
        validation.labels,
        await counting.predict(validation.features),
      )
      .decide(scores, await counting.predict(test.features));
    const { rows, ...record } = await run("{ use: linear-svm, name: svm, C: 0.1 }", asMatrix);
    expect(record).toMatchObject({ loss: "svm", seed: 4, history: [], warnings: [] });
    expect(rows.map(({ loss, decision }) => [loss, decision])).toEqual([
      ["svm", "threshold-0.5"],
      ["svm", "count"],
    ]);
    expect(rows.map(({ metrics }) => metrics)).toEqual([
      multilabelReport(test.labels, { ...scores, data: Uint8Array.from(thresholded) }),
      multilabelReport(test.labels, counted),
    ]);
    expect(rows[0]?.metrics).not.toEqual(rows[1]?.metrics);
  });

  it("fits a baseline on the corrupted labels", async () => {
    const { train, test } = inMemory;
    const labels = flipLabels(train.labels, 0.2, 4);
    const fitted = await linearSvm().fit(train.features, labels);
    const { data, ...shape } = await fitted.scores(test.features);
    const decided = { ...shape, data: Uint8Array.from(data, (score) => (score >= 0.5 ? 1 : 0)) };
    const { rows } = await run("linear-svm", asMatrix, 0.2);
    expect(rows[0]?.metrics).toEqual(multilabelReport(test.labels, decided));
  });

  it("stops at the run's signal", async () => {
    const signal = AbortSignal.abort(new Error("no more"));
    await expect(run("linear-svm", asMatrix, 0, signal)).rejects.toThrow("no more");
  });

  it("needs features in memory for a classical baseline, none for a trivial one", async () => {
    await expect(run("ml-knn", asSource)).rejects.toThrow(
      "ml-knn takes its features in memory, and those of this dataset are above 1 GiB",
    );
    const onDisk = await run("prevalence", asSource);
    expect(onDisk.rows).toEqual((await run("prevalence", asMatrix)).rows);
  });
});
