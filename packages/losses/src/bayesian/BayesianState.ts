import { type Rank, type Variable, variable, zeros } from "@tensorflow/tfjs-core";
import type { Average } from "../confusion/ConfusionOptions.js";
import type { BayesianScope } from "./BayesianScope.js";
import { chainLayout } from "./chainLayout.js";

/** What the chains carry from batch to batch. */
export type BayesianState = {
  /** Log step size, [1, chains]; [1, 1] for the chains of examples, which are others in each batch. */
  readonly logStep: Variable<Rank.R2>;
  /** Number of transitions so far, [1, 1]. */
  readonly count: Variable<Rank.R2>;
  /**
   * The last draws in units of the prior (see `scalesAt`), oldest first: [rows, 2·pairs + 1], of which the last
   * column is the acceptance probability. Of examples the mean. Zeros, the prior's centre, before the first.
   */
  readonly trace: Variable<Rank.R2>;
  /** Where the chains are, [parameters, chains]; those of examples begin anew in each batch. */
  readonly position?: Variable<Rank.R2>;
};

const ROWS = 500;
const FEWEST_ROWS = 20;
/** The trace is written at each step: 256 KiB take about 50 µs. */
const LARGEST_TRACE = 2 ** 16;

/** Step sizes begin at one prior standard deviation, and the chains at the prior's centre. */
export function makeState(
  scope: BayesianScope,
  average: Average,
  steps: number,
  classes: number,
): BayesianState {
  const { pairs, parameters, chains } = chainLayout(scope, average, 1, classes);
  const width = 2 * pairs + 1;
  const affordable = Math.min(ROWS, Math.floor(LARGEST_TRACE / width));
  const rows = Math.max(affordable, FEWEST_ROWS, steps + 1);
  const zeroed = (shape: [number, number]) => variable(zeros<Rank.R2>(shape), false);
  return {
    logStep: zeroed([1, chains]),
    count: zeroed([1, 1]),
    trace: zeroed([rows, width]),
    ...(scope !== "example" && { position: zeroed([parameters, chains]) }),
  };
}
