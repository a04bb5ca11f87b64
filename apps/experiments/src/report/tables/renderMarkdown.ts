import { markdownTable } from "markdown-table";
import { foldVariants } from "../grid/foldVariants.js";
import type { ReportInput } from "../ReportInput.js";
import { metricColumns } from "../statistics/metricColumns.js";
import type { RuleSummary, SummaryCell, SummaryRow } from "../statistics/Summary.js";
import { summarise } from "../statistics/summarise.js";
import { tableNote } from "../words/tableNote.js";
import { validationChoice } from "../words/validationChoice.js";

const columns = metricColumns.filter(({ main }) => main);

/** The report's main tables as Markdown (GitHub's tables), one per decision rule, with what they were made of. */
export function renderMarkdown({
  results,
  ciLevel,
}: Pick<ReportInput, "results" | "ciLevel">): string {
  const folded = foldVariants(results).results;
  const summary = summarise(folded, ciLevel);
  const { dataset, split, command } = results;
  const parts = [
    `# ${escapeMarkdown(results.experiment)}`,
    `${escapeMarkdown(dataset.id)}: ${dataset.examples} examples (${split.train} train, ${split.validation} validation, ${split.test} test), ${dataset.classes} classes, ${dataset.cardinality.toFixed(2)} labels per example.`,
    `    ${command.replaceAll(/\s+/g, " ")}`, // indented: code, whatever is in it
  ];
  const choice = validationChoice(folded);
  if (choice === undefined) return `${[...parts, "No run finished."].join("\n\n")}\n`;
  parts.push(
    `Chosen by validation: ${escapeMarkdown(choice.loss)} with ${escapeMarkdown(choice.decision)}, exampleF1 ${choice.validation.toFixed(3)} on the validation part.`,
    ...summary.rules.map(ruleTable),
    escapeMarkdown(tableNote(folded, summary)) +
      (summary.baselines.length > 0 ? " In italics: trivial baselines." : ""),
  );
  return `${parts.join("\n\n")}\n`;
}

function ruleTable({ decision, losses, baselines }: RuleSummary): string {
  const cells = (row: SummaryRow) =>
    columns.map(({ key, digits }) => figure(row.cells[key], digits));
  const table = markdownTable(
    [
      ["loss", ...columns.map(({ key, better }) => (better === "low" ? `${key} ↓` : key))],
      ...losses.map((row) => [escapeMarkdown(row.name), ...cells(row)]),
      ...baselines.map((row) => [`*${escapeMarkdown(row.name)}*`, ...cells(row)]),
    ],
    { align: ["l", ...columns.map(() => "r")] },
  );
  return `## ${escapeMarkdown(decision)}\n\n${table}`;
}

function figure({ mean, halfWidth, best }: SummaryCell, digits: number): string {
  const shown = best ? `**${mean.toFixed(digits)}**` : mean.toFixed(digits);
  return halfWidth === undefined ? shown : `${shown} ± ${halfWidth.toFixed(digits)}`;
}

/** A name in a line of Markdown: nothing in it is markup, a cell's end or a new line. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_{}[\]<>#|~&]/g, "\\$&");
}
