/** What the rows of an experiment's baselines are called, by its settings. */
export function baselineRows({ baselines }) {
  return new Set(baselines.map((entry) => entry.name ?? entry.use ?? entry));
}
