import type { Reference } from "./Rows.js";

/** The mean over the examples of a term of the logits of P (labels above 0.5) and of Q (the others). */
export function overSets(term: (p: readonly number[], q: readonly number[]) => number): Reference {
  return (labels, logits) => {
    const terms = labels.map((row, i) => {
      const z = logits[i] ?? [];
      return term(
        z.filter((_, j) => (row[j] ?? 0) > 0.5),
        z.filter((_, j) => (row[j] ?? 0) <= 0.5),
      );
    });
    return terms.reduce((a, b) => a + b, 0) / terms.length;
  };
}
