import type { MultilabelLoss } from "@sigf1/losses";
import type { DecisionRule } from "@sigf1/metrics";
import type {
  CorruptionSettings,
  HeadSettings,
  OptimizerSettings,
  TrainingSettings,
} from "./experimentSchema.js";
import type { GridPoint } from "./GridPoint.js";
import type { SearchPlan } from "./SearchPlan.js";

/** One loss of an experiment, or one variant of it that a grid makes, with every setting it trains under. */
export interface LossPlan extends Partial<GridPoint> {
  readonly name: string;
  /** The loss with its own state, made anew for each run; what it draws follows the run's seed, unless the file gives one. */
  create(seed: number): MultilabelLoss;
  /** What the file says of the loss, as plain data. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly head: HeadSettings;
  readonly optimizer: OptimizerSettings;
  readonly training: TrainingSettings;
  /** What is done to the training part. */
  readonly corruption: CorruptionSettings;
  /** The rule that `training.decision` names. */
  readonly validationRule: DecisionRule;
  /** How better settings are looked for in each run; the settings above are the first trial. */
  readonly search?: SearchPlan;
}
