import {
  type CriticalDifferenceDiagram,
  criticalDifferenceDiagram,
  friedmanTest,
} from "@sigf1/metrics";

/** Methods ranked on several blocks, as a critical-difference diagram and its caption need it. */
export interface Ranking extends CriticalDifferenceDiagram {
  /** How many blocks the ranks are means over. */
  readonly blocks: number;
  /** p of Iman and Davenport's form of Friedman's test that all methods perform alike. */
  readonly p: number;
}

/** Fewer methods need no diagram, fewer blocks allow no test. */
const LEAST = 3;

/**
 * Ranks methods on blocks (seeds, or data sets), the highest value first (Demšar, JMLR 7, 2006).
 * @param values method → block → value; blocks that lack a method are left out
 * @returns undefined with fewer than three methods or blocks
 */
export function rankMethods<Block>(
  values: ReadonlyMap<string, ReadonlyMap<Block, number>>,
): Ranking | undefined {
  const names = [...values.keys()];
  const columns = [...values.values()];
  const blocks = [...(columns[0]?.keys() ?? [])].filter((block) =>
    columns.every((column) => column.has(block)),
  );
  if (names.length < LEAST || blocks.length < LEAST) return undefined;
  // Every column has every block.
  const table = blocks.map((block) => columns.map((column) => column.get(block)!));
  return {
    ...criticalDifferenceDiagram(names, table),
    blocks: blocks.length,
    p: friedmanTest(table).fP,
  };
}
