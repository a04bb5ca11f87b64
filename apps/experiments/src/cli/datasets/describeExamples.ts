import type { SkippedExamples } from "@sigf1/datasets";
import type { Reading } from "./readThrough.js";
import { row } from "./row.js";

/** What reading a dataset's files told. */
export interface ExamplesInfo extends Omit<Reading, "labels" | "counts"> {
  /** Examples of each label, by its name. */
  readonly counts: Readonly<Record<string, number>>;
  readonly skipped: readonly SkippedExamples[];
  readonly files: Readonly<Record<string, string>>;
}

/** Labels that are listed by name. */
const LISTED = 10;

/** A paragraph about the examples of a dataset and their labels. */
export function describeExamples(info: ExamplesInfo): string {
  const byCount = Object.entries(info.counts).sort(([, a], [, b]) => b - a);
  const rest = byCount.length - LISTED;
  return [
    ...Object.values(info.files).map((file) => row("file", file)),
    row("examples", grouped(info.examples)),
    ...(info.split
      ? [row("train/val./test", Object.values(info.split).map(grouped).join(" / "))]
      : []),
    row("classes", grouped(info.classes)),
    row("cardinality", `${info.cardinality.toFixed(3)} labels an example`),
    row("density", `${info.density.toFixed(4)} of the classes hold for an example`),
    row("labels: examples", labelCounts(info.labelsPerExample)),
    ...info.skipped.map(({ reason, count, first }) =>
      row("left out", `${grouped(count)}: ${reason}; first: ${first}`),
    ),
    "",
    ...byCount.slice(0, LISTED).map(([label, count]) => `${grouped(count).padStart(9)}  ${label}`),
    ...(rest > 0 ? [`${" ".repeat(9)}  … and ${grouped(rest)} more (--json lists all)`] : []),
    "",
  ].join("\n");
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

function labelCounts(labelsPerExample: readonly number[]): string {
  const found = labelsPerExample.flatMap((count, labels) =>
    count > 0 ? [`${labels}: ${grouped(count)}`] : [],
  );
  const most = found.at(-1);
  return found.length <= LISTED
    ? found.join(", ")
    : `${found.slice(0, LISTED - 1).join(", ")}, …, ${most}`;
}
