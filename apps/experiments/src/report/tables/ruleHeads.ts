import type { MetricColumn } from "../statistics/MetricColumn.js";
import { escapeLatex } from "./escapeLatex.js";
import { latexLine } from "./latexOf.js";
import { ruleColumns } from "./ruleTable.js";

/** The headings of a rule's table in LaTeX: groups of metrics, a line under each, and the metrics. */
export function ruleHeads(): readonly string[] {
  const spans: { readonly columns: [MetricColumn, ...MetricColumn[]]; readonly first: number }[] =
    [];
  ruleColumns.forEach((column, i) => {
    const before = spans.at(-1);
    if (column.group !== "" && before?.columns[0].group === column.group)
      before.columns.push(column);
    else spans.push({ columns: [column], first: i + 2 }); // after the column of names, from 1
  });
  const upper = spans.map(({ columns: [{ group, label }, ...others] }) =>
    group === ""
      ? `\\multicolumn{1}{r}{${escapeLatex(inTwoLines(label)[0])}}`
      : `\\multicolumn{${others.length + 1}}{c}{${escapeLatex(group)}}`,
  );
  const rules = spans
    .filter(({ columns: [{ group }] }) => group !== "")
    .map(({ columns, first }) => `\\cmidrule(lr){${first}-${first + columns.length - 1}}`);
  return [
    latexLine(["", ...upper]),
    rules.join(" "),
    latexLine(["Loss", ...ruleColumns.map(lower)]),
  ];
}

function lower({ group, label, better }: MetricColumn): string {
  const head = group === "" ? inTwoLines(label)[1] : label;
  return escapeLatex(better === "low" ? `${head} ↓` : head);
}

/** A heading parted at its last space. */
function inTwoLines(label: string): readonly [upper: string, lower: string] {
  const at = label.lastIndexOf(" ");
  return at < 0 ? ["", label] : [label.slice(0, at), label.slice(at + 1)];
}
