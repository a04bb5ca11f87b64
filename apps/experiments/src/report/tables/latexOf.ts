import { escapeLatex } from "./escapeLatex.js";
import type { TextCell, TextTable } from "./TextTable.js";

/**
 * A table as LaTeX, a `table*` of the package booktabs. Half an interval stands as a subscript of its mean, a mean that may be
 * called best is bold, and a `\midrule` parts losses from trivial baselines.
 * @param head the lines of headings, ready to be set; default one line of the table's own
 */
export function latexOf(
  { heads, losses, baselines }: TextTable,
  {
    caption,
    label,
    head,
  }: { readonly caption: string; readonly label: string; readonly head?: readonly string[] },
): string {
  const body = (rows: TextTable["losses"]) =>
    rows.map(({ name, cells }) => latexLine([escapeLatex(name), ...cells.map(figure)]));
  const lines = [
    "\\toprule",
    ...(head ?? [latexLine(["Loss", ...heads.map(escapeLatex)])]),
    "\\midrule",
    ...body(losses),
    ...(baselines.length > 0 ? ["\\midrule", ...body(baselines)] : []),
    "\\bottomrule",
  ];
  return [
    "\\begin{table*}",
    "  \\centering",
    `  \\caption{${escapeLatex(caption)}}`,
    `  \\label{tab:${label.replaceAll(/[^A-Za-z0-9.]+/g, "-")}}`,
    "  \\footnotesize",
    "  \\setlength{\\tabcolsep}{4pt}",
    `  \\begin{tabular}{l${"r".repeat(heads.length)}}`,
    ...lines.map((line) => `    ${line}`),
    "  \\end{tabular}",
    "\\end{table*}",
  ].join("\n");
}

/** One line of a table. */
export function latexLine(cells: readonly string[]): string {
  return `${cells.join(" & ")} \\\\`;
}

function figure(cell: TextCell | undefined): string {
  if (cell === undefined) return "--";
  const { mean, halfWidth, best, digits } = cell;
  const shown = best ? `\\mathbf{${mean.toFixed(digits)}}` : mean.toFixed(digits);
  return halfWidth === undefined ? `$${shown}$` : `$${shown}_{\\pm ${halfWidth.toFixed(digits)}}$`;
}
