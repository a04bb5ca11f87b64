import type { SkippedExamples } from "@sigf1/datasets";

/** What `sigf1 datasets info` tells of a dataset. */
export interface DatasetInfo {
  readonly id: string;
  readonly title: string;
  readonly modality: string;
  readonly homepage: string;
  readonly license: string;
  readonly citation: string;
  readonly splits: readonly string[];
  readonly options: unknown;
  readonly examples: number;
  readonly classes: number;
  readonly cardinality: number;
  readonly density: number;
  readonly labelsPerExample: readonly number[];
  readonly counts: Readonly<Record<string, number>>;
  readonly skipped: readonly SkippedExamples[];
  readonly files: Readonly<Record<string, string>>;
}

/** Labels that are listed by name. */
const LISTED = 10;

/** A page of text about a dataset. */
export function describeDataset(info: DatasetInfo): string {
  const byCount = Object.entries(info.counts).sort(([, a], [, b]) => b - a);
  const rest = byCount.length - LISTED;
  return [
    `${info.id}: ${info.title}`,
    "",
    row("modality", info.modality),
    row("home", info.homepage),
    row("licence", info.license),
    row("citation", info.citation),
    row("options", JSON.stringify(info.options)),
    row("official splits", info.splits.join(", ") || "none"),
    ...Object.values(info.files).map((file) => row("file", file)),
    "",
    row("examples", grouped(info.examples)),
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

function row(key: string, value: string): string {
  return `${key.padEnd(17)} ${value}`;
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
