import type { RowSource } from "@sigf1/training";

/** The rows of a source at some indices, in their order. */
export function selectRows(source: RowSource, indices: readonly number[]): RowSource {
  const all = Uint32Array.from(indices);
  return {
    rows: all.length,
    cols: source.cols,
    gather: (rows, into) =>
      source.gather(
        rows.map((row) => all[row]!), // a row of this selection
        into,
      ),
  };
}
