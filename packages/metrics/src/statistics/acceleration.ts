import type { Strata } from "./groupByStratum.js";

/** Least number of groups that a jackknife leaves out in turn, for a stratum that is as large. */
const LEAST_GROUPS = 20;

/** Number of groups over all strata together, about. */
const GROUPS = 1000;

/**
 * The acceleration of the BCa interval from the jackknife: with u the deviations (m − 1)(θ̄ − θ₍₎) of the m statistics of a
 * stratum that each leave one group of its examples out, Σ Σu³/m³ / (6 (Σ Σu²/m²)^{3/2}) over the strata (Davison & Hinkley,
 * Bootstrap Methods, 1997, § 5.3; SciPy's for several samples). Up to 1,000 examples every group is one example; beyond,
 * the groups grow, which keeps the work within about 1,000 statistics.
 * @returns 0 where the statistic never changes
 */
export function acceleration(
  { members, starts }: Strata,
  statistic: (examples: Uint32Array) => number,
): number {
  const n = members.length;
  const kept = new Uint32Array(n);
  let cubes = 0;
  let squares = 0;
  for (let s = 0; s + 1 < starts.length; s++) {
    // s + 1 < starts.length.
    const [from, to] = [starts[s]!, starts[s + 1]!];
    const share = Math.ceil((GROUPS * (to - from)) / n);
    const groups = Math.min(to - from, Math.max(LEAST_GROUPS, share));
    // Without its only example a statistic has nothing to stand on, and the stratum never changes anyway.
    if (groups < 2) continue;
    const left = Float64Array.from({ length: groups }, (_, group) => {
      let size = 0;
      for (let i = 0; i < n; i++) {
        const out = i >= from && i < to && (i - from) % groups === group;
        if (!out) kept[size++] = members[i]!;
      }
      return statistic(kept.subarray(0, size));
    });
    const mean = left.reduce((sum, value) => sum + value, 0) / groups;
    const scale = (groups - 1) / groups;
    for (const value of left) {
      const deviation = scale * (mean - value);
      squares += deviation ** 2;
      cubes += deviation ** 3;
    }
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}
