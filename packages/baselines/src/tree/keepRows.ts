import type { SortedColumns } from "./SortedColumns.js";

/** The entries of the rows that `side` gives `kept`, in their order. */
export function keepRows(
  { columns, starts, rows, values }: SortedColumns,
  side: Uint8Array,
  kept: number,
): SortedColumns {
  let entries = 0;
  for (const row of rows) if (side[row] === kept) entries++;
  const own = { rows: new Uint32Array(entries), values: new Float32Array(entries) };
  const ownColumns: number[] = [];
  const ends = [0];
  let next = 0;
  columns.forEach((col, c) => {
    const before = next;
    // Positions are in range.
    for (let k = starts[c]!; k < starts[c + 1]!; k++) {
      if (side[rows[k]!] !== kept) continue;
      own.rows[next] = rows[k]!;
      own.values[next++] = values[k]!;
    }
    if (next === before) return;
    ownColumns.push(col);
    ends.push(next);
  });
  return { columns: Uint32Array.from(ownColumns), starts: Uint32Array.from(ends), ...own };
}
