import { checkFeatures } from "../checks/checkFeatures.js";
import { checkOptions, positive } from "../checks/checkOptions.js";
import { checkTraining } from "../checks/checkTraining.js";
import { storeRows } from "../features/storeRows.js";
import type { LinearOptions } from "../linear/LinearOptions.js";
import { minimise } from "../linear/minimise.js";
import { Turns } from "../turns/Turns.js";
import type { CountPredictor } from "./CountPredictor.js";
import { countObjective } from "./countObjective.js";
import { labelCounts } from "./labelCounts.js";
import { linearValues } from "./linearValues.js";

/**
 * Predicts how many labels an example has, so that the decision rule `count` of `@sigf1/metrics` can take that many of
 * the highest scores of any classifier: MetaLabeler on the features (Tang, Rajan and Narayanan 2009), and the linear form of
 * ML-Net's count network (Du et al. 2019). Each number of labels that occurs in training, 0 too, is a class k of a
 * multinomial logistic regression, which minimises ½ Σₖ‖wₖ‖² − C Σᵢ log softmax(w · xᵢ + b) at the example's own number; the
 * intercepts are not penalised: scikit-learn's `LogisticRegression` with `multi_class="multinomial"`.
 * @throws RangeError when an option is not a finite number above 0, TypeError naming an unknown option
 */
export function countRegression(options: LinearOptions = {}): CountPredictor {
  checkOptions<LinearOptions>(options, { C: positive, tolerance: positive });
  const { C = 1, tolerance = 1e-4 } = options;
  return {
    async fit(training, labels, options) {
      const turns = new Turns(options);
      checkTraining(training, labels);
      const inputs = training.cols;
      const truth = labelCounts(labels);
      const counts = [...new Set(truth)].sort((a, b) => a - b);
      const targets = truth.map((count) => counts.indexOf(count));
      const weights = await minimise(
        countObjective(storeRows(training), targets, counts.length, C),
        tolerance,
        turns,
      );
      return {
        counts,
        async predict(features, options) {
          const turns = new Turns(options);
          checkFeatures(features, inputs);
          const rows = storeRows(features);
          const values = new Float64Array(counts.length);
          const predicted = new Uint32Array(features.rows);
          for (let row = 0; row < features.rows; row++) {
            if (turns.over) await turns.next();
            linearValues(rows, row, weights, values);
            // One of its own entries.
            predicted[row] = counts[values.indexOf(Math.max(...values))]!;
          }
          return predicted;
        },
      };
    },
  };
}
