/**
 * Where the fields of a summary stand in `MIMIC_RAW_DSUMS`: the one place to mend if a copy of the file differs. Each
 * is found by its name in the header; a header without these names must have `columns` columns, and the fields are
 * taken by position, as the corpus's own scripts do.
 */
export const fields = {
  subject: { name: /^subject/, column: 0 },
  admission: { name: /^(?:hadm|admission)/, column: 1 },
  codes: { name: /codes?$/, column: 5 },
  text: { name: /^(?:text|discharge_summary)$/, column: 6 },
} as const;

export const columns = 7;

/** What stands between the codes of a summary. */
export const separator = ",";

/** What stands for a line end within a summary. */
export const lineEnd = "[NEWLINE]";

/** Codes of the corpus that the tree writes otherwise, as its own scripts mend them. */
export const corrections: ReadonlyMap<string, string> = new Map([["719.70", "719.7"]]);
