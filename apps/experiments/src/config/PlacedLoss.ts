import type { LossEntry } from "./experimentSchema.js";
import type { GridValues } from "./GridPoint.js";
import type { GridProduct } from "./readGrid.js";

/** An entry of `losses`, or one that the command line adds. */
export interface PlacedLoss {
  readonly loss: LossEntry;
  /** Where the file has it. */
  readonly path: readonly PropertyKey[];
  /** What multiplies it. */
  readonly products: readonly GridProduct[];
  /** The first value of each list that multiplies it: what counts as the file's own. */
  readonly listValues: GridValues;
}

/** What a loss's rows are called, unless a grid multiplies it. */
export function nameOf({ loss }: Pick<PlacedLoss, "loss">): string {
  return loss.name ?? loss.use;
}
