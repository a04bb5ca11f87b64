import { holm, meanInterval } from "@sigf1/metrics";
import { refuse } from "./refuse.mjs";
import { seedTest } from "./seedTest.mjs";

/**
 * A column of a table: mean ± half the 95 % interval, the rank by the mean, and ▲ or ▼ where a row is better or worse
 * than the reference at the 5 % level by the paired test of Nadeau and Bengio, adjusted for the column (Holm).
 * @param {ReadonlyMap<string, readonly number[]>} figures of each row, one figure per seed, in the same order of seeds
 * @param {object} settings
 * @param {string} settings.reference row that the others are tested against
 * @param {number} settings.testTrainRatio as `seedTest` takes it
 * @param {(row: string) => boolean} [settings.isBaseline] rows with neither rank nor sign
 * @returns {Map<string, string>} the cell of each row
 */
export function compareColumn(figures, { reference, testTrainRatio, isBaseline = () => false }) {
  if (!figures.has(reference)) {
    refuse(`no "${reference}" to compare with; there are ${[...figures.keys()].join("; ")}`);
  }
  const interval = (row) => meanInterval(figures.get(row), { testTrainRatio });
  const ranked = [...figures.keys()].filter((row) => !isBaseline(row));
  ranked.sort((a, b) => interval(b).mean - interval(a).mean);
  const tested = ranked.filter((row) => row !== reference);
  const tests = tested.map((row) =>
    seedTest(figures.get(row), figures.get(reference), { testTrainRatio }),
  );
  const adjusted = holm(tests.map(({ p }) => p));
  const sign = (i) => (adjusted[i] < 0.05 ? (tests[i].meanDifference > 0 ? " ▲" : " ▼") : "");
  const digits = (value) => value.toFixed(3).replace(/^0/, "");
  return new Map(
    [...figures.keys()].map((row) => {
      const { mean, halfWidth } = interval(row);
      const rank = isBaseline(row) ? "" : ` (${ranked.indexOf(row) + 1})`;
      return [row, `${digits(mean)} ± ${digits(halfWidth)}${rank}${sign(tested.indexOf(row))}`];
    }),
  );
}
