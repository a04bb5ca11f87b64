import { escapeMarkdown } from "../tables/escapeMarkdown.js";
import { latexComment } from "../tables/latexComment.js";
import { latexOf } from "../tables/latexOf.js";
import { markdownOf } from "../tables/markdownOf.js";
import { studyTable } from "../tables/studyTable.js";
import type { StudyReportInput } from "./StudyReportInput.js";
import { studyNote } from "./studyNote.js";
import { studyView } from "./studyView.js";

/** The study's table of `exampleF1`, loss × cell, as Markdown and as LaTeX (booktabs). */
export function renderStudyTables({ experiment, command, cells, ciLevel }: StudyReportInput): {
  readonly markdown: string;
  readonly latex: string;
} {
  const view = studyView(cells, ciLevel);
  const table = studyTable(view);
  const rules = view.cells
    .map(({ name, rule }) => `${name} ${rule?.decision ?? "no run finished"}`)
    .join(", ");
  const markdown = [
    `# ${escapeMarkdown(experiment)}`,
    `    ${command.replaceAll(/\s+/g, " ")}`, // indented: code, whatever is in it
    `exampleF1 on the test part. Decision rules: ${escapeMarkdown(rules)}.`,
    markdownOf(table),
    `${studyNote(view)} In italics: trivial baselines.`,
  ];
  const latex = [
    [`Study ${experiment}: ${command}`, "In the preamble: \\usepackage{booktabs}", studyNote(view)]
      .map(latexComment)
      .join("\n"),
    latexOf(table, {
      caption: `${experiment}: exampleF1 on the test part. Decision rules: ${rules}.${view.baselines.length > 0 ? " Last: trivial baselines." : ""}`,
      label: experiment,
    }),
  ];
  return { markdown: `${markdown.join("\n\n")}\n`, latex: `${latex.join("\n\n")}\n` };
}
