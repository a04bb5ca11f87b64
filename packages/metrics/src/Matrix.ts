/**
 * A dense row-major matrix: entry (i, j) is `data[i * cols + j]`. Rows are examples, columns are classes.
 * Labels and decisions are 0 or 1 in a `Uint8Array`; scores are a `Float32Array`.
 */
export interface Matrix<Data extends Float32Array | Uint8Array = Float32Array | Uint8Array> {
  readonly rows: number;
  readonly cols: number;
  readonly data: Data;
}

/** Scores, logits or features. */
export type ScoreMatrix = Matrix<Float32Array>;

/** Labels or decisions, each entry 0 or 1. */
export type LabelMatrix = Matrix<Uint8Array>;
