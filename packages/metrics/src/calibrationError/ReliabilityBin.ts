/** The entries whose score lies in one bin: calibrated scores have `positiveRate` near `meanScore`. */
export interface ReliabilityBin {
  /** Where the bin begins (`width`; itself outside, save 0), or its lowest score (`mass`). */
  readonly low: number;
  /** Where the bin ends (itself inside), or its highest score (`mass`). */
  readonly high: number;
  /** Number of entries, at least 1. */
  readonly count: number;
  /** Their mean score, the confidence. */
  readonly meanScore: number;
  /** The share of them whose label is true, the accuracy. */
  readonly positiveRate: number;
}
