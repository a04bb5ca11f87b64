import { row } from "./row.js";

/** What is known of a dataset without its files. */
export interface DefinitionInfo {
  readonly id: string;
  readonly title: string;
  readonly modality: string;
  readonly homepage: string;
  readonly license: string;
  readonly citation: string;
  readonly splits: readonly string[];
  readonly options: unknown;
}

/** A paragraph about a dataset. */
export function describeDefinition(info: DefinitionInfo): string {
  return [
    `${info.id}: ${info.title}`,
    "",
    row("modality", info.modality),
    row("home", info.homepage),
    row("licence", info.license),
    row("citation", info.citation),
    row("options", JSON.stringify(info.options)),
    row("official splits", info.splits.join(", ") || "none"),
    "",
    "",
  ].join("\n");
}
