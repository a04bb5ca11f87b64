import type { ResultRow, Results, RowMetrics } from "../results/Results.js";
import { metricColumns } from "./statistics/metricColumns.js";

/** Loss → decision rule → one value per seed 0, 1, 2 …; null where the run is missing. */
export type HandMadeValues = Readonly<
  Record<string, Readonly<Record<string, readonly (number | null)[]>>>
>;

/** Every figure of a row set to one value, but for those named. */
export function metricsOf(value: number, named: Partial<RowMetrics> = {}): RowMetrics {
  const all = Object.fromEntries(metricColumns.map(({ key }) => [key, value]));
  return { ...(all as unknown as RowMetrics), ...named };
}

/** Results whose every figure, on the test and on the validation part, is the value given for its seed. */
export function handMadeResults(values: HandMadeValues, changes: Partial<Results> = {}): Results {
  const rows: ResultRow[] = [];
  for (const [loss, rules] of Object.entries(values)) {
    for (const [decision, seeds] of Object.entries(rules)) {
      seeds.forEach((value, seed) => {
        if (value === null) return;
        rows.push({
          loss,
          decision,
          seed,
          metrics: metricsOf(value),
          validation: metricsOf(value),
        });
      });
    }
  }
  return {
    experiment: "hand-made",
    version: 1,
    engine: "cpu",
    compiled: false,
    dataset: { id: "hand-made", examples: 100, classes: 4, cardinality: 1.5 },
    split: { use: "official", resampled: false, train: 50, validation: 25, test: 25 },
    planned: 0,
    settings: { head: { l2: 0.5 } },
    failures: [],
    command: "sigf1 run hand-made",
    environment: { engine: "cpu", node: "v20.20.0", platform: "linux", versions: { a: "1.2.3" } },
    validationMetric: "exampleF1",
    runs: [],
    rows,
    ...changes,
  };
}
