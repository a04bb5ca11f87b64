import { foldVariants } from "../grid/foldVariants.js";
import type { ReportInput } from "../ReportInput.js";
import { summarise } from "../statistics/summarise.js";
import { tableNote } from "../words/tableNote.js";
import { titleOf } from "../words/titleOf.js";
import { validationChoice } from "../words/validationChoice.js";
import { escapeMarkdown } from "./escapeMarkdown.js";
import { markdownOf } from "./markdownOf.js";
import { ruleTable } from "./ruleTable.js";

/** The report's main tables as Markdown, one per decision rule, with what they were made of. */
export function renderMarkdown({
  results,
  ciLevel,
}: Pick<ReportInput, "results" | "ciLevel">): string {
  const folded = foldVariants(results).results;
  const summary = summarise(folded, ciLevel);
  const { dataset, split, command } = results;
  const choice = validationChoice(folded);
  const parts = [
    `# ${escapeMarkdown(titleOf(results))}`,
    `${escapeMarkdown(dataset.id)}: ${dataset.examples} examples (${split.train} train, ${split.validation} validation, ${split.test} test), ${dataset.classes} classes, ${dataset.cardinality.toFixed(2)} labels per example.`,
    `    ${command.replaceAll(/\s+/g, " ")}`, // indented: code, whatever is in it
    choice === undefined
      ? "No run finished."
      : `Chosen by validation: ${escapeMarkdown(choice.loss)} with ${escapeMarkdown(choice.decision)}, exampleF1 ${choice.validation.toFixed(3)} on the validation part.`,
    ...summary.rules.map(
      (rule) => `## ${escapeMarkdown(rule.decision)}\n\n${markdownOf(ruleTable(rule, summary))}`,
    ),
    `${escapeMarkdown(tableNote(folded, summary))} In italics: trivial baselines.`,
  ];
  return `${parts.join("\n\n")}\n`;
}
