import { foldVariants } from "../grid/foldVariants.js";
import type { ReportInput } from "../ReportInput.js";
import { summarise } from "../statistics/summarise.js";
import { tableNote } from "../words/tableNote.js";
import { titleOf } from "../words/titleOf.js";
import { latexComment } from "./latexComment.js";
import { latexOf } from "./latexOf.js";
import { ruleHeads } from "./ruleHeads.js";
import { ruleTable } from "./ruleTable.js";

/** The report's main tables as LaTeX, one per decision rule, for `\input` into a document with the package booktabs. */
export function renderLatex({
  results,
  ciLevel,
}: Pick<ReportInput, "results" | "ciLevel">): string {
  const folded = foldVariants(results).results;
  const summary = summarise(folded, ciLevel);
  const { dataset, command } = results;
  const title = titleOf(results);
  const { seeds, level, rules } = summary;
  const interval =
    seeds.length < 2
      ? "one seed"
      : `mean and half the ${Number((level * 100).toFixed(1))} % interval over ${seeds.length} seeds`;
  const comments = [
    `Experiment ${title}, dataset ${dataset.id}: ${command}`,
    "In the preamble: \\usepackage{booktabs}",
    tableNote(folded, summary),
  ];
  const tables = rules.map((rule) =>
    latexOf(ruleTable(rule, summary), {
      caption: `${title}, decision rule ${rule.decision}, test part: ${interval}.${rule.baselines.length > 0 ? " Last: trivial baselines." : ""}`,
      label: `${title}-${rule.decision}`,
      head: ruleHeads(),
    }),
  );
  return `${[comments.map(latexComment).join("\n"), ...tables].join("\n\n")}\n`;
}
