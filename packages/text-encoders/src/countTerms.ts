import type { CsrMatrix } from "./CsrMatrix.js";

/**
 * How often each term occurs in each document.
 *
 * @param documents the terms of each document, with repetitions.
 * @param vocabulary the column of each term.
 * @param unknown whether a term that the vocabulary lacks is left out, or added with the next column.
 */
export function countTerms(
  documents: Iterable<readonly string[]>,
  vocabulary: Map<string, number>,
  unknown: "skip" | "add",
): CsrMatrix {
  const rows: Map<number, number>[] = [];
  let size = 0;
  for (const terms of documents) {
    const counts = new Map<number, number>();
    for (const term of terms) {
      let column = vocabulary.get(term);
      if (column === undefined) {
        if (unknown === "skip") continue;
        column = vocabulary.size;
        vocabulary.set(term, column);
      }
      counts.set(column, (counts.get(column) ?? 0) + 1);
    }
    rows.push(counts);
    size += counts.size;
  }
  const starts = new Float64Array(rows.length + 1);
  const columns = new Int32Array(size);
  const values = new Float64Array(size);
  let k = 0;
  rows.forEach((counts, i) => {
    for (const [column, count] of counts) {
      columns[k] = column;
      values[k] = count;
      k++;
    }
    starts[i + 1] = k;
  });
  return { rows: rows.length, cols: vocabulary.size, starts, columns, values };
}
