import type { Classifier } from "../Classifier.js";
import { checkOptions, positive } from "../checks/checkOptions.js";
import { binaryRelevance } from "./binaryRelevance.js";
import type { LinearOptions } from "./LinearOptions.js";
import { logisticLoss } from "./logisticLoss.js";

/**
 * The classifier `logistic-regression`: for each class by itself the w and b that minimise
 * ½‖w‖² + C Σᵢ log(1 + exp(−yᵢ (w · xᵢ + b))), yᵢ = 1 where example i has the class, else −1. The intercept b is not
 * penalised: scikit-learn's `LogisticRegression` in its `OneVsRestClassifier`. Scores are probabilities,
 * 1 / (1 + exp(−(w · x + b))). A class that no training example has, or every one, scores 0 or 1.
 * @throws RangeError when an option is not a finite number above 0, TypeError naming an unknown option
 */
export function logisticRegression(options: LinearOptions = {}): Classifier {
  checkOptions<LinearOptions>(options, { C: positive, tolerance: positive });
  const { C = 1, tolerance = 1e-4 } = options;
  return binaryRelevance("logistic-regression", {
    loss: logisticLoss,
    C,
    tolerance,
    penalisesIntercept: false,
  });
}
