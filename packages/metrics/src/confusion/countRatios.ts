import type { Confusion } from "./Confusion.js";

/** A score that is a ratio of two expressions in the confusion counts, so that 0/0 has one meaning in every average. */
export interface CountRatio {
  numerator(counts: Confusion): number;
  denominator(counts: Confusion): number;
}

/**
 * The scores that {@link ConfusionCounts} averages. A new one needs an entry here and nothing else: the
 * averages are taken of any ratio.
 */
export const countRatios = {
  precision: {
    numerator: ({ tp }) => tp,
    denominator: ({ tp, fp }) => tp + fp,
  },
  recall: {
    numerator: ({ tp }) => tp,
    denominator: ({ tp, fn }) => tp + fn,
  },
  // 2PR/(P + R) in counts. scikit-learn 1.2 goes through P and R, which for zeroDivision 0 or 1 is the same.
  f1: {
    numerator: ({ tp }) => 2 * tp,
    denominator: ({ tp, fp, fn }) => 2 * tp + fp + fn,
  },
} satisfies Record<string, CountRatio>;

/** The name of a score that can be averaged. */
export type RatioName = keyof typeof countRatios;
