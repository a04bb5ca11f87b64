import type { GridPoint } from "../../config/GridPoint.js";

/** One variant under one decision rule: one figure over seeds. */
export interface GridCell extends GridPoint {
  /** On the test part. */
  readonly mean: number;
  /** Half the width of the interval; absent with one seed. */
  readonly halfWidth?: number;
  /** Mean on the validation part. */
  readonly validation: number;
}
