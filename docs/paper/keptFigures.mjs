const METRICS = ["weightedF1", "microF1", "macroF1", "exampleF1", "labelsPerExample"];

/** Digits of a figure that the page's figures are computed from. */
const DIGITS = 5;

/**
 * What the page needs of an experiment's results: decision rule → row → seeds, and each metric's values in their order.
 * @param {object} results the content of `results.json`
 * @param {ReturnType<typeof import("./countErrors.mjs").countErrors>} countError of its runs
 */
export function keptFigures({ dataset, split, settings, planned, failures, rows }, countError) {
  const figures = {};
  for (const { loss, decision, seed, metrics } of rows) {
    figures[decision] ??= {};
    figures[decision][loss] ??= { seeds: [], ...Object.fromEntries(METRICS.map((m) => [m, []])) };
    const row = figures[decision][loss];
    row.seeds.push(seed);
    for (const metric of METRICS) row[metric].push(rounded(metrics[metric]));
    const error = countError(loss, decision, seed);
    if (error === undefined) continue;
    row.countError ??= [];
    row.countError.push(rounded(error));
  }
  const { train, validation, test, resampled } = split;
  return {
    dataset,
    split: { train, validation, test, resampled },
    seeds: settings.seeds,
    trials: settings.search?.budget ?? 0,
    planned,
    failures: failures.length,
    figures,
  };
}

const rounded = (value) => Number(value.toFixed(DIGITS));
