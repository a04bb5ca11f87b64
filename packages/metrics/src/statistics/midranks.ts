export interface Midranks {
  /** Rank of each value, 1 for the smallest; equal values share the mean of their ranks. */
  readonly ranks: Float64Array;
  /** Σ(t³ − t) over the groups of t equal values; 0 without ties. */
  readonly tieTerm: number;
}

/** Ranks of finite values from the smallest to the largest, as SciPy's `rankdata` gives them. */
export function midranks(values: ArrayLike<number>): Midranks {
  const n = values.length;
  // Every index below stays under n.
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Float64Array(n);
  let tieTerm = 0;
  for (let from = 0, to = 0; from < n; from = to) {
    while (to < n && values[order[to]!] === values[order[from]!]) to++;
    const tied = to - from;
    tieTerm += tied ** 3 - tied;
    for (let position = from; position < to; position++) {
      ranks[order[position]!] = (from + 1 + to) / 2;
    }
  }
  return { ranks, tieTerm };
}
