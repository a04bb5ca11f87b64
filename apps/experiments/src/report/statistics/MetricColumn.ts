import type { RowMetrics } from "../../results/Results.js";

/** How one figure of `RowMetrics` is shown and compared. */
export interface MetricColumn {
  readonly key: keyof RowMetrics;
  /** Heading shared with the neighbouring columns; empty when the column stands alone. */
  readonly group: string;
  readonly label: string;
  /** Which direction is better; `none` is never marked as best. */
  readonly better: "high" | "low" | "none";
  /** Decimal places. */
  readonly digits: number;
  /** Whether the column is in the main table; the full table has them all. */
  readonly main: boolean;
}
