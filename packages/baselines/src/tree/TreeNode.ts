import type { SortedColumns } from "./SortedColumns.js";

/** A node before it is split: its training examples and their features. */
export interface TreeNode {
  readonly rows: Uint32Array;
  readonly columns: SortedColumns;
  /** How many of its examples have each class. */
  readonly counts: Uint32Array;
  readonly depth: number;
}
