import { DatasetError, type DatasetErrorPlace } from "@sigf1/datasets";
import { corrections, lineEnd, separator } from "./fields.js";
import type { Layout } from "./parseHeader.js";
import { unquote } from "./unquote.js";

/** A discharge summary. */
export interface Summary {
  /** `<subject id>-<hospital admission id>`: the subject can be told from it. */
  readonly id: string;
  readonly text: string;
  /** The codes that coders assigned, each once, in their order. */
  readonly codes: readonly string[];
}

/** ICD-9-CM diagnoses (250.00, V45.81, E878.1) and procedures (36.15), with their point or without. */
const code = /^[EV]?\d{2,5}(?:\.\d{1,2})?$/;

/**
 * Reads a line of `MIMIC_RAW_DSUMS`. A `|` within the text does not end it: what the line has more of than the header
 * belongs to the text.
 *
 * @throws DatasetError when the line has fewer columns than the header, an id is no number, or a code is none.
 */
export function parseSummary(line: string, layout: Layout, place: DatasetErrorPlace): Summary {
  const parts = line.split("|");
  const surplus = parts.length - layout.columns;
  if (surplus < 0) {
    throw new DatasetError(
      `the line has ${parts.length} columns, but the header has ${layout.columns}`,
      place,
    );
  }
  const field = (column: number) =>
    unquote(parts[column > layout.text ? column + surplus : column] ?? "").trim();
  const ids = [field(layout.subject), field(layout.admission)];
  const wrongId = ids.find((id) => !/^\d+$/.test(id));
  if (wrongId !== undefined) {
    throw new DatasetError(
      `"${wrongId.slice(0, 80)}" is no id of a subject or an admission`,
      place,
    );
  }
  const codes = field(layout.codes)
    .split(separator)
    .map((written) => written.trim())
    .filter((written) => written !== "")
    .map((written) => corrections.get(written) ?? written);
  const wrongCode = codes.find((written) => !code.test(written));
  if (wrongCode !== undefined) {
    throw new DatasetError(
      `"${wrongCode.slice(0, 80)}" is no ICD-9 code (expected one such as 250.00, V45.81 or E878.1)`,
      place,
    );
  }
  const text = unquote(parts.slice(layout.text, layout.text + surplus + 1).join("|"));
  return {
    id: ids.join("-"),
    text: text.replaceAll(lineEnd, "\n").trim(),
    codes: [...new Set(codes)],
  };
}
