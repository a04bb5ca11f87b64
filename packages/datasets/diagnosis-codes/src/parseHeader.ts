import { DatasetError, type DatasetErrorPlace } from "@sigf1/datasets";
import { columns, fields } from "./fields.js";
import { unquote } from "./unquote.js";

/** Columns of the fields, from 0, and how many columns there are. */
export interface Layout {
  readonly subject: number;
  readonly admission: number;
  readonly codes: number;
  readonly text: number;
  readonly columns: number;
}

/**
 * Finds the fields in the header of `MIMIC_RAW_DSUMS`, as `fields` says.
 *
 * @throws DatasetError when a field is neither named once nor where it is expected, or the line is no header.
 */
export function parseHeader(header: string, place: DatasetErrorPlace): Layout {
  const names = header.split("|").map((name) => unquote(name).trim().toLowerCase());
  const columnsNamed = (pattern: RegExp) =>
    names.flatMap((name, column) => (pattern.test(name) ? [column] : []));
  const found = Object.values(fields).map(({ name }) => columnsNamed(name));
  const [subject, admission, codes, text] = found.map((named) =>
    named.length === 1 ? named[0] : undefined,
  );
  if (
    subject !== undefined &&
    admission !== undefined &&
    codes !== undefined &&
    text !== undefined
  ) {
    return { subject, admission, codes, text, columns: names.length };
  }
  if (names.length === columns && !/^\d+$/.test(names[fields.subject.column] ?? "")) {
    return {
      subject: fields.subject.column,
      admission: fields.admission.column,
      codes: fields.codes.column,
      text: fields.text.column,
      columns,
    };
  }
  throw new DatasetError(
    `expected a header of ${columns} columns, or one that names subject_id, hadm_id, icd9_codes and text, ` +
      `found ${names.length}: ${names.join(" | ").slice(0, 120)}`,
    place,
  );
}
