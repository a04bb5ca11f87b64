import type { Turns } from "../turns/Turns.js";
import type { ConvexObjective } from "./ConvexObjective.js";
import { innerProduct } from "./innerProduct.js";
import { newtonStep } from "./newtonStep.js";

const MOST_STEPS = 200;
/** Armijo's share of the decrease that the gradient promises. */
const SUFFICIENT = 1e-4;
const SMALLEST_SHARE = 2 ** -40;
/** Share of the value by which rounding may change it. */
const ROUNDING = 1e-14;

/**
 * The minimum of a convex function by Newton's method, beginning at 0: steps by conjugate gradients (truncated Newton;
 * Lin, Weng and Keerthi 2008), halved until they decrease the function enough. It ends where the gradient has vanished
 * or the function cannot be decreased in floating point.
 * @param tolerance share of the gradient's norm at 0 that may be left
 * @throws RangeError where it does neither within 200 steps; the reason to stop, of `turns`
 */
export async function minimise(
  objective: ConvexObjective,
  tolerance: number,
  turns: Turns,
): Promise<Float64Array> {
  let point = new Float64Array(objective.size);
  let value = objective.evaluate(point);
  let first: number | undefined;
  for (let count = 0; count < MOST_STEPS; count++) {
    const gradient = objective.gradient();
    const norm = Math.sqrt(innerProduct(gradient, gradient));
    first ??= norm;
    if (norm <= tolerance * first) return point;
    const forcing = Math.min(0.1, Math.sqrt(norm / first));
    const step = await newtonStep(objective, gradient, forcing, turns);
    const slope = innerProduct(gradient, step);
    const rounding = ROUNDING * Math.abs(value);
    let share = 1;
    for (;;) {
      if (turns.over) await turns.next();
      const at = share;
      const next = point.map((x, i) => x + at * step[i]!); // of one length
      const nextValue = objective.evaluate(next);
      if (nextValue <= value + SUFFICIENT * share * slope + rounding) {
        if (value - nextValue <= rounding) return next;
        point = next;
        value = nextValue;
        break;
      }
      share /= 2;
      if (share < SMALLEST_SHARE) return point;
    }
  }
  throw new RangeError(
    `no minimum within ${MOST_STEPS} Newton steps; take a smaller C, or features of a smaller range`,
  );
}
