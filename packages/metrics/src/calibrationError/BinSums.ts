import type { ReliabilityBin } from "./ReliabilityBin.js";

/** For each bin the number of entries, how many of them are true, and the sum of their scores. */
export class BinSums {
  readonly counts: Float64Array;
  readonly positives: Float64Array;
  readonly scores: Float64Array;

  constructor(bins: number) {
    this.counts = new Float64Array(bins);
    this.positives = new Float64Array(bins);
    this.scores = new Float64Array(bins);
  }

  /** Takes in one entry. */
  add(bin: number, score: number, label: number): void {
    // The bin is one of those of the constructor.
    this.counts[bin]! += 1;
    this.positives[bin]! += label;
    this.scores[bin]! += score;
  }

  /** Σ |positive rate − mean score|·count over the bins, divided by the number of entries. */
  calibrationError(): number {
    let [gaps, entries] = [0, 0];
    for (let bin = 0; bin < this.counts.length; bin++) {
      gaps += Math.abs(this.positives[bin]! - this.scores[bin]!);
      entries += this.counts[bin]!;
    }
    return gaps / entries;
  }

  /** The bins that have entries. */
  filled(bounds: (bin: number) => { low: number; high: number }): ReliabilityBin[] {
    const filled: ReliabilityBin[] = [];
    this.counts.forEach((count, bin) => {
      if (count === 0) return;
      const meanScore = this.scores[bin]! / count;
      filled.push({ ...bounds(bin), count, meanScore, positiveRate: this.positives[bin]! / count });
    });
    return filled;
  }
}
