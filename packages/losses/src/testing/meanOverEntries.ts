import type { Reference } from "./Rows.js";

/** The mean over all entries of a term of label, logit and class. */
export function meanOverEntries(term: (y: number, z: number, j: number) => number): Reference {
  return (labels, logits) => {
    const terms = labels.flatMap((row, i) =>
      row.map((y, j) => term(y, logits[i]?.[j] ?? Number.NaN, j)),
    );
    return terms.reduce((a, b) => a + b, 0) / terms.length;
  };
}
