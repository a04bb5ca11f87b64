import { markdownTable } from "markdown-table";
import { escapeMarkdown } from "./escapeMarkdown.js";
import type { TextCell, TextTable } from "./TextTable.js";

/** A table as Markdown (GitHub's), trivial baselines in italics, means that may be called best in bold. */
export function markdownOf({ heads, losses, baselines }: TextTable): string {
  return markdownTable(
    [
      ["loss", ...heads.map(escapeMarkdown)],
      ...losses.map(({ name, cells }) => [escapeMarkdown(name), ...cells.map(figure)]),
      ...baselines.map(({ name, cells }) => [`*${escapeMarkdown(name)}*`, ...cells.map(figure)]),
    ],
    { align: ["l", ...heads.map(() => "r")] },
  );
}

function figure(cell: TextCell | undefined): string {
  if (cell === undefined) return "–";
  const { mean, halfWidth, best, digits } = cell;
  const shown = best ? `**${mean.toFixed(digits)}**` : mean.toFixed(digits);
  return halfWidth === undefined ? shown : `${shown} ± ${halfWidth.toFixed(digits)}`;
}
