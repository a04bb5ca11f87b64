/** Indices from the highest figure to the lowest, without those of NaN; of equal figures the lower index first. */
export function ranked(indices: readonly number[], figure: (index: number) => number): number[] {
  return indices
    .filter((index) => !Number.isNaN(figure(index)))
    .sort((a, b) => figure(b) - figure(a) || a - b);
}
