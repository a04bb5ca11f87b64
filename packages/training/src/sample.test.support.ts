import type { LabelMatrix, ScoreMatrix } from "@sigf1/metrics";
import { linearHead } from "./heads/linearHead.js";

export const INPUTS = 6;
export const CLASSES = 3;

/** Examples in memory. */
export interface Sample {
  readonly features: ScoreMatrix;
  readonly labels: LabelMatrix;
}

/** Class j holds where feature j is positive; `salt` makes another sample. */
export function sample(rows: number, salt: number): Sample {
  const features = Float32Array.from({ length: rows * INPUTS }, (_, i) =>
    Math.sin(i * 12.9898 + salt),
  );
  const labels = new Uint8Array(rows * CLASSES);
  for (let i = 0; i < labels.length; i++) {
    const [row, column] = [Math.floor(i / CLASSES), i % CLASSES];
    labels[i] = (features[row * INPUTS + column] ?? 0) > 0 ? 1 : 0;
  }
  return {
    features: { rows, cols: INPUTS, data: features },
    labels: { rows, cols: CLASSES, data: labels },
  };
}

export const data = { train: sample(50, 1), validation: sample(30, 2) };
export const newHead = () => linearHead({ inputs: INPUTS, outputs: CLASSES, seed: 1 });
export const fast = { optimizer: { name: "adam", learningRate: 0.1 } as const, batchSize: 16 };
