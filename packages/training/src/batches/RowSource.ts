import type { ScoreMatrix } from "@sigf1/metrics";

/** A feature matrix [rows, cols] that is not in memory, as `FeatureStore` of `@sigf1/features`: rows are read when needed. */
export interface RowSource {
  readonly rows: number;
  readonly cols: number;
  /** Copies the rows into `into`, row-major, one after another in the order given. */
  gather(rows: Uint32Array, into: Float32Array): Promise<void>;
}

/** Features in memory, or where they can be read from. */
export type Features = ScoreMatrix | RowSource;
