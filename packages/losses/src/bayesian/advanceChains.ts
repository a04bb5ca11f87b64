import {
  add,
  concat,
  mean,
  reshape,
  slice,
  type Tensor,
  type Tensor2D,
  zeros,
} from "@tensorflow/tfjs-core";
import { type Adaptation, adaptStep } from "../sampling/adaptStep.js";
import type { NoiseOfSteps } from "../sampling/drawNoise.js";
import { type HmcPoint, hmcTransition } from "../sampling/hmcTransition.js";
import { noiseOf } from "../sampling/noiseOf.js";
import type { Target } from "../sampling/Target.js";
import type { BayesianState } from "./BayesianState.js";

/** Leapfrog steps of a transition: as many draws' worth for the gradients computed as with four or six. */
const LEAPFROGS = 3;

/** As many transitions as there is noise for, which also update the state; gives the position after each. */
export function advanceChains(
  target: Target,
  state: BayesianState,
  noise: NoiseOfSteps,
  adaptation: Adaptation,
): Tensor2D[] {
  const [steps, parameters, chains] = noise.momenta.shape;
  const begin = state.position ?? beginAnew(state, noise.start ?? zeros([parameters, chains]));
  let point: HmcPoint = { position: begin, density: target(begin) };
  let logStep: Tensor2D = state.logStep;
  let count: Tensor2D = state.count;
  const positions: Tensor2D[] = [];
  const rows: Tensor[] = [];
  for (let step = 0; step < steps; step++) {
    const { acceptance, ...to } = hmcTransition(
      target,
      point,
      noiseOf(noise, step),
      logStep,
      LEAPFROGS,
    );
    logStep = adaptStep(logStep, acceptance, count, adaptation);
    count = add(count, 1);
    point = to;
    positions.push(to.position);
    rows.push(traceRow(to.position, acceptance, state.trace.shape[1] - 1));
  }
  const [held, width] = state.trace.shape;
  const kept = slice(state.trace, [steps, 0], [held - steps, width]);
  state.trace.assign(concat([kept, ...rows], 0) as Tensor2D);
  state.position?.assign(point.position);
  state.logStep.assign(logStep);
  state.count.assign(count);
  return positions;
}

/** Prior draws, moved to where the last batch's chains were on average: of examples that are others, but like them. */
function beginAnew({ trace }: BayesianState, start: Tensor2D): Tensor2D {
  const centre = slice(trace, [trace.shape[0] - 1, 0], [1, 2]);
  return reshape(add(reshape(start, [2, start.size / 2]), reshape(centre, [2, 1])), start.shape);
}

/** A position as the trace has it: as it is, or, of more pairs than the trace has, their mean. */
function traceRow(position: Tensor2D, acceptance: Tensor2D, width: number): Tensor {
  const pairs = reshape(position, [2, position.size / 2]);
  const row = width === position.size ? pairs : mean(pairs, 1);
  return concat([reshape(row, [1, width]), reshape(mean(acceptance), [1, 1])], 1);
}
