import { holm, meanInterval } from "@sigf1/metrics";
import { seedTest } from "../tables/seedTest.mjs";
import { testTrainRatio } from "../tables/testTrainRatio.mjs";

/** Two say too little of the spread. */
const FEWEST_SEEDS = 3;
const LEVEL = 0.05;

/**
 * Holds a claim against the figures of one experiment: the paired test of Nadeau and Bengio over the seeds that both rows
 * have, adjusted for the claim's comparisons on that dataset (Holm).
 * @param {object} claim of `claims`
 * @param {ReturnType<typeof import("./keptFigures.mjs").keptFigures>} experiment
 * @returns {{ verdict: "holds" | "does not hold" | "not decided", seeds: number, results: object[][] }} `results` is
 * comparisons × columns of `{ mean, halfWidth, sign }`, the difference `of` − `than` over `seeds` and ▲ or ▼ where it is
 * above or below −margin at the 5 % level, none where the differences have no spread; an entry is undefined, and nothing decided, where a row has no shared seed
 */
export function judge({ comparisons, columns, margin = 0 }, { split, figures }) {
  const options = { testTrainRatio: testTrainRatio(split) };
  const pairs = comparisons.flatMap(({ of, than }) => {
    const [a, b] = [of, than].map(({ loss, rule }) => figures[rule]?.[loss]);
    const seeds = a && b ? a.seeds.filter((seed) => b.seeds.includes(seed)) : [];
    return columns.map(({ value }) => {
      const values = (row) => seeds.map((seed) => value(row, row.seeds.indexOf(seed)));
      return { a: values(a), b: values(b) };
    });
  });
  const tests = pairs.map(({ a, b }) => {
    if (a.length < FEWEST_SEEDS) return { p: 1, meanDifference: 0 };
    const raised = a.map((figure) => figure + margin);
    return seedTest(raised, b, options);
  });
  const adjusted = holm(tests.map(({ p }) => p));
  const results = pairs.map(({ a, b }, i) => {
    if (a.length === 0) return undefined;
    const differences = a.map((figure, seed) => figure - b[seed]);
    const sign = adjusted[i] < LEVEL ? (tests[i].meanDifference > 0 ? "▲" : "▼") : "";
    return { ...meanInterval(differences, options), sign };
  });
  const signs = results.map((result) => result?.sign);
  return {
    verdict: signs.every((sign) => sign === "▲")
      ? "holds"
      : signs.includes("▼")
        ? "does not hold"
        : "not decided",
    seeds: Math.min(...pairs.map(({ a }) => a.length)),
    results: comparisons.map((_, i) => results.slice(i * columns.length, (i + 1) * columns.length)),
  };
}
