import type { Confusion } from "./Confusion.js";

/** The averagings of the Matthews correlation, which has no 0/0 for single examples and no weights. */
export type MatthewsAveraging = (typeof matthewsAveragings)[number];

export const matthewsAveragings = ["micro", "macro", "none"] as const;

/** (tp·tn − fp·fn)/√((tp + fp)(tp + fn)(tn + fp)(tn + fn)), and 0 where a factor is 0, as scikit-learn has it. */
export function matthews({ tp, fp, fn, tn }: Confusion): number {
  const spread = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn);
  return spread === 0 ? 0 : (tp * tn - fp * fn) / Math.sqrt(spread);
}
