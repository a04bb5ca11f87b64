import type { Reference, Rows } from "./Rows.js";

/** Sums of hinges over the examples of one class. */
export interface ClassSums {
  /** Σ y·max(0, 1 − z). */
  readonly missed: number;
  /** Σ (1−y)·max(0, 1 + z). */
  readonly alarms: number;
  /** Σ y. */
  readonly positives: number;
  /** Number of examples. */
  readonly examples: number;
}

/** The sums of each class. */
export function classSums(labels: Rows, logits: Rows): ClassSums[] {
  return (labels[0] ?? []).map((_, j) => {
    let [missed, alarms, positives] = [0, 0, 0];
    labels.forEach((row, i) => {
      const y = row[j] ?? Number.NaN;
      const z = logits[i]?.[j] ?? Number.NaN;
      missed += y * Math.max(0, 1 - z);
      alarms += (1 - y) * Math.max(0, 1 + z);
      positives += y;
    });
    return { missed, alarms, positives, examples: labels.length };
  });
}

/** The mean over the classes of a term of their sums and their place. */
export function overClasses(term: (sums: ClassSums, j: number) => number): Reference {
  return (labels, logits) => {
    const terms = classSums(labels, logits).map((sums, j) => term(sums, j));
    return terms.reduce((a, b) => a + b, 0) / terms.length;
  };
}
