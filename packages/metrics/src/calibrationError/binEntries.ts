import type { LabelsAndScores } from "../curves/labelsAndScores.js";
import { ScoreSorter } from "../curves/ScoreSorter.js";
import type { Binning } from "./BinningOptions.js";
import { BinSums } from "./BinSums.js";
import type { ReliabilityBin } from "./ReliabilityBin.js";
import { widthBin } from "./widthBin.js";

export interface BinnedEntries {
  readonly sums: BinSums;
  bounds(bin: number): Pick<ReliabilityBin, "low" | "high">;
}

/** Bins every stride-th entry from the given one on. */
export function binEntries(
  { labels, scores }: LabelsAndScores,
  start: number,
  stride: number,
  bins: number,
  binning: Binning,
): BinnedEntries {
  const sums = new BinSums(bins);
  const { data } = scores;
  if (binning === "width") {
    for (let k = start; k < data.length; k += stride) {
      sums.add(widthBin(data[k]!, bins), data[k]!, labels.data[k]!);
    }
    return { sums, bounds: (bin) => ({ low: bin / bins, high: (bin + 1) / bins }) };
  }
  const sorted = new Float32Array(Math.ceil((data.length - start) / stride));
  for (let i = 0; i < sorted.length; i++) sorted[i] = data[start + i * stride]!;
  new ScoreSorter(sorted.length).sort(sorted, sorted.length);
  const last = sorted.length - 1;
  // A score is above the quantile at a position between two scores if it is above the lower one: no interpolation.
  const edges = Float32Array.from(
    { length: bins - 1 },
    (_, b) => sorted[Math.floor(((b + 1) * last) / bins)]!,
  );
  for (let k = start; k < data.length; k += stride) {
    sums.add(below(edges, data[k]!), data[k]!, labels.data[k]!);
  }
  return {
    sums,
    // Of a bin with entries: its lowest score is above the edge before it, and the edge after it is its highest.
    bounds: (bin) => ({
      low: bin === 0 ? sorted[0]! : sorted.find((score) => score > edges[bin - 1]!)!,
      high: bin === bins - 1 ? sorted[last]! : edges[bin]!,
    }),
  };
}

/** How many of the rising values are < the score. */
function below(values: Float32Array, score: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < score) low = middle + 1;
    else high = middle;
  }
  return low;
}
