import type { ZeroDivision } from "./ZeroDivision.js";

export interface ClassificationReportOptions {
  /** One name per class; default "0", "1", …. scikit-learn's `target_names`. */
  readonly classNames?: readonly string[];
  /** Decimal places of the text, 0…100; default 2. */
  readonly digits?: number;
  /** What 0/0 counts as; default 0. */
  readonly zeroDivision?: ZeroDivision;
}
