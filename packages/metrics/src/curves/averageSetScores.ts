import type { Averaged, Averaging } from "../confusion/Average.js";
import type { SetScores } from "./SetScores.js";

/**
 * The mean of the scores that are defined, weighted by support with `weighted` (0, as in scikit-learn, without any); all
 * the scores with `none`.
 */
export function averageSetScores<A extends Averaging>(
  { values, support }: SetScores,
  average: A,
): Averaged<A> {
  const averaged = average === "none" ? Array.from(values) : mean();
  return averaged as Averaged<A>;

  function mean(): number {
    let [sum, weights] = [0, 0];
    for (let u = 0; u < values.length; u++) {
      // values and support have equal length.
      if (Number.isNaN(values[u]!)) continue;
      const weight = average === "weighted" ? support[u]! : 1;
      sum += weight * values[u]!;
      weights += weight;
    }
    return weights === 0 ? 0 : sum / weights;
  }
}
