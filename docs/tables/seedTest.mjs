import { pairedTTest } from "@sigf1/metrics";

/** By so much the differences of two figures can differ without meaning it. */
const ROUNDING = 1e-12;

/**
 * The paired test of Nadeau and Bengio over seeds. Where all seeds differ by the same, p is 1: there is no spread to test
 * against, as between deterministic rows on a fixed split.
 * @param {readonly number[]} a one figure per seed
 * @param {readonly number[]} b those of the same seeds
 * @param {{ testTrainRatio: number }} options
 * @returns {{ meanDifference: number, p: number }}
 */
export function seedTest(a, b, options) {
  const { meanDifference, p } = pairedTTest(a, b, options);
  const differences = a.map((figure, seed) => figure - b[seed]);
  const spread = Math.max(...differences) - Math.min(...differences);
  return { meanDifference, p: spread > ROUNDING ? p : 1 };
}
