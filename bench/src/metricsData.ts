import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LabelMatrix, Matrix, ScoreMatrix } from "@sigf1/metrics";
import * as tf from "@tensorflow/tfjs-core";

const ROWS = 100_000;
const COLS = 100;
const SCORED_ROWS = 20_000;

/** What is scored, as read from the files that `bench/peers/metrics.py` reads. */
export interface MetricsData {
  readonly truth: LabelMatrix;
  readonly predicted: LabelMatrix;
  /** The first rows of `truth`, and scores for them. */
  readonly scored: LabelMatrix;
  readonly scores: ScoreMatrix;
}

/** Writes the same labels and scores at every call into the folder, and reads them back. */
export function metricsData(folder: string): MetricsData {
  const truth = uniform(ROWS * COLS, 1).map((u) => Number(u < 0.05));
  const predicted = uniform(ROWS * COLS, 2).map((u, k) =>
    Number(u < (truth[k] === 1 ? 0.7 : 0.02)),
  );
  // Of scores in [0, 1] those of true labels tend to be the higher ones: ROC-AUC is 2/3.
  const scores = uniform(SCORED_ROWS * COLS, 3).map((u, k) => (truth[k] === 1 ? Math.sqrt(u) : u));
  writeFileSync(join(folder, "truth.uint8"), Uint8Array.from(truth));
  writeFileSync(join(folder, "predicted.uint8"), Uint8Array.from(predicted));
  writeFileSync(join(folder, "scores.float32"), scores);
  const read = (name: string) => {
    const { buffer, byteOffset, byteLength } = readFileSync(join(folder, name));
    return new Uint8Array(buffer, byteOffset, byteLength);
  };
  const labels = { rows: ROWS, cols: COLS, data: read("truth.uint8") };
  const { buffer, byteOffset } = read("scores.float32");
  return {
    truth: labels,
    predicted: { ...labels, data: read("predicted.uint8") },
    scored: firstRows(labels, SCORED_ROWS),
    scores: {
      rows: SCORED_ROWS,
      cols: COLS,
      data: new Float32Array(buffer, byteOffset, SCORED_ROWS * COLS),
    },
  };
}

/** The first rows of a label matrix, not copied. */
export function firstRows({ cols, data }: Matrix<Uint8Array>, rows: number): LabelMatrix {
  return { rows, cols, data: data.subarray(0, rows * cols) };
}

function uniform(length: number, seed: number): Float32Array {
  const tensor = tf.randomUniform([length], 0, 1, "float32", seed);
  const data = tensor.dataSync<"float32">().slice();
  tensor.dispose();
  return data;
}
