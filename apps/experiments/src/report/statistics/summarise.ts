import { meanInterval } from "@sigf1/metrics";
import type { ResultRow, Results, RowMetrics } from "../../results/Results.js";
import { variantsOf } from "../grid/variantsOf.js";
import { bestLoss } from "./bestLoss.js";
import { classicalBaselines } from "./classicalBaselines.js";
import { metricColumns } from "./metricColumns.js";
import type { SeedValues } from "./SeedValues.js";
import type { RuleSummary, Summary, SummaryCell, SummaryRow } from "./Summary.js";
import { testTrainRatio } from "./testTrainRatio.js";
import { trivialBaselines } from "./trivialBaselines.js";

interface Options {
  readonly level: number;
  readonly testTrainRatio: number;
}

type RowsByName = ReadonlyMap<string, readonly ResultRow[]>;

/**
 * Folds the seeds of every (loss, decision rule) into means, intervals and marks: the one place where a report's
 * figures come from. Losses, baselines and rules keep the order in which the results name them; a (loss, rule)
 * without rows is left out of that rule.
 *
 * @param level confidence level of the intervals, in (0, 1).
 */
export function summarise(results: Results, level = 0.95): Summary {
  const options = { level, testTrainRatio: testTrainRatio(results) };
  const names = [...new Set(results.rows.map((row) => row.loss))];
  const decisions = [...new Set(results.rows.map((row) => row.decision))];
  const losses = names.filter((name) => !trivialBaselines.includes(name));
  return {
    level,
    seeds: seedsOf(results.rows),
    losses,
    series: seriesOf(results, losses),
    classical: classicalBaselines(results),
    baselines: names.filter((name) => trivialBaselines.includes(name)),
    rules: decisions.map((decision) => {
      const rows = results.rows.filter((row) => row.decision === decision);
      const byName = new Map(
        names.map((name) => [name, rows.filter((row) => row.loss === name)] as const),
      );
      return summariseRule(decision, byName, options);
    }),
  };
}

function seriesOf(results: Results, losses: readonly string[]): ReadonlyMap<string, number> {
  const variants = variantsOf(results);
  const baseOf = (name: string) => variants.get(name)?.base ?? name;
  const bases = [...new Set(losses.map(baseOf))];
  return new Map([...bases, ...losses].map((name) => [name, bases.indexOf(baseOf(name))]));
}

function summariseRule(decision: string, byName: RowsByName, options: Options): RuleSummary {
  const present = [...byName].filter(([, rows]) => rows.length > 0).map(([name]) => name);
  const isBaseline = (name: string) => trivialBaselines.includes(name);
  const losses = present.filter((name) => !isBaseline(name));
  const baselines = present.filter(isBaseline);
  const best = new Map<keyof RowMetrics, string | undefined>();
  for (const { key, better } of metricColumns) {
    if (better === "none") continue;
    const values = (of: readonly string[]) =>
      new Map(of.map((name) => [name, seedValues(byName.get(name) ?? [], key)]));
    best.set(key, bestLoss(values(losses), values(baselines), { ...options, better }));
  }
  const row = (name: string) => summariseRow(name, byName.get(name) ?? [], best, options);
  return { decision, losses: losses.map(row), baselines: baselines.map(row) };
}

function summariseRow(
  name: string,
  rows: readonly ResultRow[],
  best: ReadonlyMap<keyof RowMetrics, string | undefined>,
  { level, testTrainRatio }: Options,
): SummaryRow {
  const cell = (key: keyof RowMetrics): SummaryCell => {
    const values = [...seedValues(rows, key).values()];
    const { mean, halfWidth } = meanInterval(values, { level, testTrainRatio });
    const mark = best.get(key) === name;
    return values.length > 1 ? { mean, halfWidth, best: mark } : { mean, best: mark };
  };
  const cells = Object.fromEntries(metricColumns.map(({ key }) => [key, cell(key)]));
  // metricColumns names every key of RowMetrics (its test holds it to that).
  return { name, seeds: seedsOf(rows), cells: cells as SummaryRow["cells"] };
}

function seedValues(rows: readonly ResultRow[], key: keyof RowMetrics): SeedValues {
  return new Map(rows.map((row) => [row.seed, row.metrics[key]]));
}

function seedsOf(rows: readonly ResultRow[]): number[] {
  return [...new Set(rows.map((row) => row.seed))].sort((a, b) => a - b);
}
