import { overSets } from "./overSets.js";
import type { Reference } from "./Rows.js";

/** The mean over the examples of the mean over the pairs p∈P, q∈Q of a term of their logits, pair by pair. */
export function overPairs(term: (p: number, q: number) => number): Reference {
  return overSets((ps, qs) => {
    const terms = ps.flatMap((p) => qs.map((q) => term(p, q)));
    return terms.reduce((a, b) => a + b, 0) / Math.max(1, terms.length);
  });
}
