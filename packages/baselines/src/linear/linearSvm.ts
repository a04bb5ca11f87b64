import type { Classifier } from "../Classifier.js";
import { checkOptions, positive } from "../checks/checkOptions.js";
import { binaryRelevance } from "./binaryRelevance.js";
import type { LinearOptions } from "./LinearOptions.js";
import { squaredHinge } from "./squaredHinge.js";

/**
 * The classifier `linear-svm`: for each class by itself the w and b that minimise
 * ½(‖w‖² + b²) + C Σᵢ max(0, 1 − yᵢ (w · xᵢ + b))², yᵢ = 1 where example i has the class, else −1: LIBLINEAR's
 * L2-regularised L2-loss SVM (Fan et al. 2008) with bias 1, scikit-learn's `LinearSVC` with its defaults, in its
 * `OneVsRestClassifier`. Scores are 1 / (1 + exp(−(w · x + b))), no probabilities: 0.5 is the margin's 0. A class that no
 * training example has, or every one, scores 0 or 1.
 * @throws RangeError when an option is not a finite number above 0, TypeError naming an unknown option
 */
export function linearSvm(options: LinearOptions = {}): Classifier {
  checkOptions<LinearOptions>(options, { C: positive, tolerance: positive });
  const { C = 1, tolerance = 1e-4 } = options;
  return binaryRelevance("linear-svm", {
    loss: squaredHinge,
    C,
    tolerance,
    penalisesIntercept: true,
  });
}
