import type { ClassificationReport, ReportFigures } from "./ClassificationReport.js";
import { fixed } from "./fixed.js";

/** A report in the layout of scikit-learn 1.2's `classification_report`. */
export function reportText(
  { classes, averages }: Pick<ClassificationReport, "classes" | "averages">,
  digits: number,
): string {
  // A loop, since a spread of 100,000 names would be too many arguments for Math.max.
  const width = classes.reduce(
    (widest, { name }) => Math.max(widest, characters(name)),
    Math.max("weighted avg".length, digits),
  );
  const line = (heading: string, cells: readonly string[]) =>
    `${right(heading, width)} ${cells.map((cell) => ` ${right(cell, 9)}`).join("")}\n`;
  const row = (heading: string, { precision, recall, f1, support }: ReportFigures) =>
    line(heading, [...[precision, recall, f1].map((value) => fixed(value, digits)), `${support}`]);
  const { micro, macro, weighted, samples } = averages;
  return [
    line("", ["precision", "recall", "f1-score", "support"]),
    classes.map((figures) => row(figures.name, figures)).join(""),
    [
      row("micro avg", micro),
      row("macro avg", macro),
      row("weighted avg", weighted),
      row("samples avg", samples),
    ].join(""),
  ].join("\n");
}

function right(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - characters(text))) + text;
}

/** As Python counts them: a character outside the basic plane is one, where `length` says two. */
function characters(text: string): number {
  return Array.from(text).length;
}
