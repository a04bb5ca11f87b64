import type { Results } from "../results/Results.js";
import { foldVariants } from "./grid/foldVariants.js";
import { metricColumns } from "./statistics/metricColumns.js";
import type { RuleSummary, SummaryCell } from "./statistics/Summary.js";
import { summarise } from "./statistics/summarise.js";
import { markedName } from "./words/markedName.js";

const SHOWN = ["exampleF1", "microF1", "macroF1", "samplesF1", "labelsPerExample"];
const allColumns = metricColumns.filter(({ key }) => SHOWN.includes(key));
/** What a narrow terminal has no room for, the first to go first. */
const DISPENSABLE = ["samplesF1", "microF1", "macroF1"];

/** The column of names is as wide as the longest, within these; longer names are cut. */
const NAME_WIDTH = { least: 20, most: 40 };
const COLUMN_WIDTH = 15;

/**
 * The results for a terminal: one table per decision rule, mean ± half the interval over seeds,
 * `*` where the report would mark the best. Plain text without control characters.
 *
 * @param level confidence level of the intervals, in (0, 1); default 0.95
 * @param width of the terminal in characters: columns that it has no room for are left out and named, sentences wrapped;
 * default unlimited
 */
export function printTable(
  results: Results,
  {
    level,
    width = Number.POSITIVE_INFINITY,
  }: { readonly level?: number; readonly width?: number } = {},
): string {
  const folded = foldVariants(results);
  const summary = summarise(folded.results, level);
  const { seeds } = summary;
  if (seeds.length === 0) return "No run finished.\n";
  const labelOf: LabelOf = (name) => markedName(name, summary);
  const columns = columnsWithin(width);
  const room = Math.max(NAME_WIDTH.least, width - columns.length * COLUMN_WIDTH);
  const names = Math.min(nameWidth(summary.rules, labelOf), room);
  const tables = summary.rules.map((rule) => ruleTable(rule, names, columns, labelOf));
  const percent = Number((summary.level * 100).toFixed(1));
  const note =
    seeds.length > 1
      ? `Test part, mean ± half the ${percent} % t-interval over ${seeds.length} seeds${
          results.split.resampled ? ", corrected for overlapping splits" : ""
        }.`
      : "Test part, one seed: no interval, no test.";
  const star = tables.some((table) => table.includes("*"))
    ? "\n* better than every other loss (paired test over seeds, Holm-corrected, p < .05)."
    : "";
  const variants =
    folded.rowsLeftOut > 0
      ? `\nOf each loss the file's own values and validation's choice; results.json has ${folded.rowsLeftOut} more rows.`
      : "";
  const dropped = allColumns.filter((column) => !columns.includes(column)).map(({ key }) => key);
  const narrow =
    dropped.length > 0 ? `\nNo room for ${dropped.join(", ")}: the report has all.` : "";
  const notes = wrap(note + star + variants + narrow, width);
  return `${[...tables, notes].join("\n\n")}\n`;
}

type Columns = typeof allColumns;

/** The columns that a terminal has room for beside a name. */
function columnsWithin(width: number): Columns {
  const room = Math.floor((width - NAME_WIDTH.least) / COLUMN_WIDTH);
  const dropped = DISPENSABLE.slice(0, Math.max(0, allColumns.length - room));
  return allColumns.filter(({ key }) => !dropped.includes(key));
}

/** Breaks lines between words. */
function wrap(text: string, width: number): string {
  if (width === Number.POSITIVE_INFINITY) return text;
  const line = new RegExp(`(?=\\S)(.{1,${Math.max(20, width - 1)}})(?:\\s+|$)`, "gu");
  return text
    .split("\n")
    .map((sentence) => sentence.replace(line, "$1\n").trimEnd())
    .join("\n");
}

/** What a row is called in the table. */
type LabelOf = (name: string) => string;

function nameWidth(rules: readonly RuleSummary[], labelOf: LabelOf): number {
  const names = rules.flatMap(({ decision, losses, baselines }) => [
    decision,
    ...[...losses, ...baselines].map(({ name }) => labelOf(name)),
  ]);
  const longest = Math.max(NAME_WIDTH.least, ...names.map(({ length }) => length));
  return Math.min(longest, NAME_WIDTH.most) + 2;
}

function ruleTable(
  { decision, losses, baselines }: RuleSummary,
  names: number,
  columns: Columns,
  labelOf: LabelOf,
): string {
  const line = (name: string, cells: readonly string[]) =>
    [pad(name, names), ...cells.map((cell) => cell.padStart(COLUMN_WIDTH))].join("").trimEnd();
  const row = ({ name, cells }: RuleSummary["losses"][number]) =>
    line(
      labelOf(name),
      columns.map(({ key, digits }) => figure(cells[key], digits)),
    );
  const width = names + columns.length * COLUMN_WIDTH;
  return [
    // Headings end where the digits end, before the column of the mark.
    line(
      decision,
      columns.map(({ key }) => `${key === "labelsPerExample" ? "labels/ex." : key} `),
    ),
    "─".repeat(width),
    ...losses.map(row),
    ...(baselines.length > 0 ? ["┄".repeat(width), ...baselines.map(row)] : []),
  ].join("\n");
}

function figure({ mean, halfWidth, best }: SummaryCell, digits: number): string {
  const interval = halfWidth === undefined ? "" : ` ±${halfWidth.toFixed(digits)}`;
  return `${mean.toFixed(digits)}${interval}${best ? "*" : " "}`;
}

/** Control characters in a name could move the terminal's cursor. */
function pad(name: string, width: number): string {
  const plain = name.replace(/\p{Cc}/gu, "?");
  const cut = plain.length < width ? plain : `${plain.slice(0, width - 2)}…`;
  return cut.padEnd(width);
}
