import type { SummaryCell } from "../statistics/Summary.js";

/** A table of means before it is written in a markup language. */
export interface TextTable {
  /** One per column but the first, that of names. */
  readonly heads: readonly string[];
  readonly losses: readonly TextRow[];
  readonly baselines: readonly TextRow[];
}

/** One loss or trivial baseline. */
export interface TextRow {
  readonly name: string;
  readonly cells: readonly (TextCell | undefined)[];
}

/** A mean, and its interval and mark where it has them. */
export interface TextCell extends Partial<SummaryCell> {
  readonly mean: number;
  /** Decimal places. */
  readonly digits: number;
}
