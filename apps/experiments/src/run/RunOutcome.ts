import type { RunRecord } from "../results/Results.js";
import type { StoredTensors } from "../results/safetensors.js";
import type { ScoredPart } from "./ScoredPart.js";

/** The parts of a split that a run predicts. */
export type PredictedPart = "validation" | "test";

/** What a run comes to. */
export interface RunOutcome {
  readonly record: RunRecord;
  /** The weights of a trained head. */
  readonly model?: StoredTensors;
  readonly predictions: Readonly<Record<PredictedPart, ScoredPart>>;
}
