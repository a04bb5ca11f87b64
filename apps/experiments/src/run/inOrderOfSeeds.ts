/** All runs of a seed before those of the next: a seed's features are encoded once for all its runs. */
export function inOrderOfSeeds<Run>(runs: readonly Run[], seedOf: (run: Run) => number): Run[] {
  const seeds = [...new Set(runs.map(seedOf))];
  return seeds.flatMap((seed) => runs.filter((run) => seedOf(run) === seed));
}
