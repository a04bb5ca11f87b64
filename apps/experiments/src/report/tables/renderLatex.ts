import { foldVariants } from "../grid/foldVariants.js";
import type { ReportInput } from "../ReportInput.js";
import type { MetricColumn } from "../statistics/MetricColumn.js";
import { metricColumns } from "../statistics/metricColumns.js";
import type { RuleSummary, Summary, SummaryCell, SummaryRow } from "../statistics/Summary.js";
import { summarise } from "../statistics/summarise.js";
import { tableNote } from "../words/tableNote.js";
import { escapeLatex } from "./escapeLatex.js";

const columns = metricColumns.filter(({ main }) => main);

/**
 * The report's main tables as LaTeX, a `table*` per decision rule, to be put into a document with `\input`; it takes the
 * package booktabs. Half the interval stands as a subscript of the mean; the rule between losses and trivial baselines is
 * a `\midrule`.
 */
export function renderLatex({
  results,
  ciLevel,
}: Pick<ReportInput, "results" | "ciLevel">): string {
  const folded = foldVariants(results).results;
  const summary = summarise(folded, ciLevel);
  const comments = [
    `Experiment ${results.experiment}, dataset ${results.dataset.id}: ${results.command}`,
    "In the preamble: \\usepackage{booktabs}",
    tableNote(folded, summary),
  ];
  return [
    ...comments.map((text) => `% ${text.replaceAll(/[\s\p{Cc}]+/gu, " ")}`),
    ...summary.rules.map((rule) => `\n${ruleTable(rule, summary, results.experiment)}`),
    "",
  ].join("\n");
}

function ruleTable(rule: RuleSummary, { seeds, level }: Summary, experiment: string): string {
  const interval =
    seeds.length < 2
      ? "one seed"
      : `mean and half the ${Number((level * 100).toFixed(1))} % interval over ${seeds.length} seeds`;
  const body = (rows: readonly SummaryRow[]) =>
    rows.map(({ name, cells }) =>
      line([escapeLatex(name), ...columns.map(({ key, digits }) => figure(cells[key], digits))]),
    );
  return [
    "\\begin{table*}",
    "  \\centering",
    `  \\caption{${escapeLatex(`${experiment}, decision rule ${rule.decision}, test part: ${interval}.`)}}`,
    `  \\label{tab:${labelOf(experiment)}-${labelOf(rule.decision)}}`,
    "  \\footnotesize",
    "  \\setlength{\\tabcolsep}{4pt}",
    `  \\begin{tabular}{l${"r".repeat(columns.length)}}`,
    "    \\toprule",
    ...groupHeads(),
    line(["Loss", ...columns.map(lowerHead)]),
    "    \\midrule",
    ...body(rule.losses),
    ...(rule.baselines.length > 0 ? ["    \\midrule", ...body(rule.baselines)] : []),
    "    \\bottomrule",
    "  \\end{tabular}",
    "\\end{table*}",
  ].join("\n");
}

/** The upper row of headings, and a line under each group. */
function groupHeads(): readonly string[] {
  const spans: { readonly group: string; readonly first: number; last: number }[] = [];
  columns.forEach(({ group }, i) => {
    const before = spans.at(-1);
    if (before !== undefined && group !== "" && before.group === group) before.last = i;
    else spans.push({ group, first: i, last: i });
  });
  const cells = spans.map(({ group, first, last }) =>
    group === ""
      ? `\\multicolumn{1}{r}{${escapeLatex(wordsOf(columns[first]!.label)[0])}}` // a span is of columns
      : `\\multicolumn{${last - first + 1}}{c}{${escapeLatex(group)}}`,
  );
  // The first column is that of names.
  const rules = spans
    .filter(({ group }) => group !== "")
    .map(({ first, last }) => `\\cmidrule(lr){${first + 2}-${last + 2}}`);
  return [line(["", ...cells]), `    ${rules.join(" ")}`];
}

function lowerHead({ group, label, better }: MetricColumn): string {
  const head = group === "" ? wordsOf(label)[1] : label;
  return escapeLatex(better === "low" ? `${head} ↓` : head);
}

/** The heading of a column without a group, in two lines. */
function wordsOf(label: string): readonly [upper: string, lower: string] {
  const at = label.lastIndexOf(" ");
  return at < 0 ? ["", label] : [label.slice(0, at), label.slice(at + 1)];
}

function line(cells: readonly string[]): string {
  return `    ${cells.join(" & ")} \\\\`;
}

function figure({ mean, halfWidth, best }: SummaryCell, digits: number): string {
  const shown = best ? `\\mathbf{${mean.toFixed(digits)}}` : mean.toFixed(digits);
  return halfWidth === undefined ? `$${shown}$` : `$${shown}_{\\pm ${halfWidth.toFixed(digits)}}$`;
}

/** A name as part of a label: letters, digits, points and hyphens. */
function labelOf(name: string): string {
  return name.replaceAll(/[^\w.-]+/g, "-").replaceAll("_", "-");
}
