import type { LabelMatrix, ScoreMatrix } from "@sigf1/metrics";
import { compressRows } from "../features/compressRows.js";
import type { Turns } from "../turns/Turns.js";
import { bestSplit } from "./bestSplit.js";
import { keepRows } from "./keepRows.js";
import { sortColumns } from "./sortColumns.js";
import type { Tree } from "./Tree.js";
import type { TreeNode } from "./TreeNode.js";

export interface Growth {
  readonly maxDepth: number;
  readonly minSamplesLeaf: number;
}

/** Grows a tree by `bestSplit`, as long as a node's examples differ in their labels and can be split. */
export async function growTree(
  features: ScoreMatrix,
  labels: LabelMatrix,
  turns: Turns,
  growth: Growth,
): Promise<Tree> {
  const columns: number[] = [];
  const thresholds: number[] = [];
  const lefts: number[] = [];
  const rights: number[] = [];
  const shares: Float32Array[] = [];
  const positives = compressRows(labels);
  const xLogX = Float64Array.from({ length: labels.rows + 1 }, (_, x) => (x ? x * Math.log(x) : 0));
  const side = new Uint8Array(labels.rows);
  const count = (rows: Uint32Array) => {
    const counts = new Uint32Array(labels.cols);
    // Rows and classes are in range.
    for (const row of rows) {
      for (let k = positives.starts[row]!; k < positives.starts[row + 1]!; k++) {
        counts[positives.columns[k]!]! += 1;
      }
    }
    return counts;
  };
  const all = Uint32Array.from({ length: labels.rows }, (_, row) => row);
  const root: TreeNode = {
    rows: all,
    columns: sortColumns(compressRows(features)),
    counts: count(all),
    depth: 0,
  };
  // A list of its own, since a tree can be deeper than the call stack.
  const open: { node: TreeNode; attach: (id: number) => void }[] = [
    { node: root, attach: () => {} },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, attach } = next;
    if (turns.over) await turns.next();
    const id = columns.length;
    attach(id);
    const size = node.rows.length;
    shares.push(Float32Array.from(node.counts, (positive) => positive / size));
    const split = splittable(node, growth)
      ? await bestSplit(node, positives, xLogX, growth.minSamplesLeaf, turns)
      : undefined;
    columns.push(split?.column ?? -1);
    thresholds.push(split?.threshold ?? 0);
    lefts.push(-1);
    rights.push(-1);
    if (split === undefined) continue;
    for (const row of node.rows) {
      const value = features.data[row * features.cols + split.column]!; // both in range
      side[row] = value <= split.threshold ? 0 : 1;
    }
    for (const [kept, into] of [
      [1, rights],
      [0, lefts],
    ] as const) {
      const rows = node.rows.filter((row) => side[row] === kept);
      const child = { rows, counts: count(rows), depth: node.depth + 1, columns: node.columns };
      const grows = splittable(child, growth);
      open.push({
        node: grows ? { ...child, columns: keepRows(node.columns, side, kept) } : child,
        attach: (childId) => {
          into[id] = childId;
        },
      });
    }
  }
  return { columns, thresholds, lefts, rights, shares };
}

function splittable(
  { rows, counts, depth }: TreeNode,
  { maxDepth, minSamplesLeaf }: Growth,
): boolean {
  const { length } = rows;
  return (
    depth < maxDepth &&
    length >= 2 * minSamplesLeaf &&
    counts.some((positive) => positive > 0 && positive < length)
  );
}
