import type { MultilabelLoss } from "@sigf1/losses";
import type { DecisionRule } from "@sigf1/metrics";
import type { GridPoint } from "./GridPoint.js";
import type { LossSettings } from "./lossSettings.js";
import type { SearchPlan } from "./search/SearchPlan.js";

/** One loss of an experiment, or one variant of it that a grid makes, with every setting it trains under. */
export interface LossPlan extends LossSettings, Partial<GridPoint> {
  readonly name: string;
  /** The loss with its own state, made anew for each run; what it draws follows the run's seed, unless the file gives one. */
  create(seed: number): MultilabelLoss;
  /** The rule that `training.decision` names. */
  readonly validationRule: DecisionRule;
  /** How better settings are looked for in each run; the settings above are the first trial. */
  readonly search?: SearchPlan;
}
