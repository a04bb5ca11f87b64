import { calibrate } from "../calibration/calibrate.js";
import type { PlattScaling } from "../calibration/PlattScaling.js";
import { checkClasses } from "../checks/checkClasses.js";
import type { ZeroDivision } from "../confusion/ZeroDivision.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import { scoreMatrix } from "../inputs/scoreMatrix.js";
import type { LabelMatrix } from "../Matrix.js";
import type { Decision } from "./DecisionRule.js";
import { decideTop } from "./decideTop.js";
import type { ExpectedFOptions } from "./ExpectedFOptions.js";
import { exceeds } from "./exceeds.js";
import { expectedFbetaOfFalling } from "./expectedFbetaOfFalling.js";

/** Predicts for each example the set of labels with the highest expected Fβ, of equally good ones the smallest. */
export class GfmDecision implements Decision {
  readonly rule = "gfm";
  /** The β of Fβ, a finite number > 0. */
  readonly beta: number;
  /** The Fβ of predicting nothing when nothing is true. */
  readonly zeroDivision: ZeroDivision;
  /** Number of classes that it decides. */
  readonly classes: number;
  /** One per class; `null` when scores are taken as probabilities. */
  readonly scalings: readonly PlattScaling[] | null;

  constructor(
    { beta, zeroDivision }: Required<ExpectedFOptions>,
    classes: number,
    scalings: readonly PlattScaling[] | null,
  ) {
    this.beta = beta;
    this.zeroDivision = zeroDivision;
    this.classes = classes;
    this.scalings = scalings;
  }

  /** @throws RangeError when a score is outside [0, 1] or the number of classes is another */
  decide(scores: ScoreInput): LabelMatrix {
    const { classes, scalings } = this;
    const matrix = scoreMatrix("scores", scores);
    checkClasses(this.rule, classes, matrix);
    // Entry k belongs to class k % classes, which has a scaling.
    const data = scalings
      ? matrix.data.map((score, k) => calibrate(scalings[k % classes]!, score))
      : matrix.data;
    return decideTop({ ...matrix, data }, (falling) =>
      indexOfMax(expectedFbetaOfFalling(falling, this)),
    );
  }
}

function indexOfMax(values: Float64Array): number {
  return values.reduce((best, value, k) => (exceeds(value, values[best]!) ? k : best), 0);
}
