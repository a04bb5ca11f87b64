import type { Turns } from "../turns/Turns.js";
import type { ConvexObjective } from "./ConvexObjective.js";
import { innerProduct } from "./innerProduct.js";

/** Enough for well-scaled features; an unfinished step is a descent direction all the same. */
const MOST_PRODUCTS = 500;

/**
 * The step s with H s = −g, up to the share `tolerance` of the gradient's norm, by conjugate gradients that are
 * preconditioned with the diagonal of H.
 */
export async function newtonStep(
  objective: ConvexObjective,
  gradient: Float64Array,
  tolerance: number,
  turns: Turns,
): Promise<Float64Array> {
  const diagonal = objective.diagonal();
  const precondition = (residual: Float64Array) =>
    // One diagonal entry each; 0 where no example has the feature and nothing is penalised.
    residual.map((value, i) => value / (diagonal[i]! || 1));
  const step = new Float64Array(objective.size);
  const residual = gradient.map((value) => -value);
  let direction = precondition(residual);
  let square = innerProduct(residual, direction);
  const enough = tolerance * Math.sqrt(innerProduct(gradient, gradient));
  for (let product = 0; product < MOST_PRODUCTS; product++) {
    if (Math.sqrt(innerProduct(residual, residual)) <= enough) break;
    if (turns.over) await turns.next();
    const curved = objective.curvature(direction);
    const bend = innerProduct(direction, curved);
    if (!(bend > 0)) break;
    const length = square / bend;
    for (let i = 0; i < step.length; i++) {
      step[i]! += length * direction[i]!; // the three are of one length
      residual[i]! -= length * curved[i]!;
    }
    const next = precondition(residual);
    const nextSquare = innerProduct(residual, next);
    const share = nextSquare / square;
    direction = next.map((value, i) => value + share * direction[i]!); // of one length
    square = nextSquare;
  }
  return step;
}
