import type { Classifier } from "../Classifier.js";
import { checkFeatures } from "../checks/checkFeatures.js";
import { checkTraining } from "../checks/checkTraining.js";
import { rowProduct } from "../features/rowProduct.js";
import { storeRows } from "../features/storeRows.js";
import { Turns } from "../turns/Turns.js";
import { linearWeights } from "./linearWeights.js";
import { logistic } from "./logistic.js";
import type { MarginProblem } from "./marginObjective.js";

/** One binary linear classifier per class, each by itself (binary relevance); scores are 1 / (1 + exp(−z)). */
export function binaryRelevance(name: string, problem: MarginProblem): Classifier {
  return {
    name,
    async fit(training, labels, options) {
      const turns = new Turns(options);
      checkTraining(training, labels);
      const inputs = training.cols;
      const weights = await linearWeights(storeRows(training), labels, problem, turns);
      return {
        async scores(features, options) {
          const turns = new Turns(options);
          checkFeatures(features, inputs);
          const rows = storeRows(features);
          const cols = weights.length;
          const data = new Float32Array(features.rows * cols);
          for (const [col, vector] of weights.entries()) {
            if (turns.over) await turns.next();
            const intercept = vector[inputs]!; // the last entry
            for (let row = 0; row < features.rows; row++) {
              data[row * cols + col] = logistic(rowProduct(rows, row, vector) + intercept);
            }
          }
          return { rows: features.rows, cols, data };
        },
      };
    },
  };
}
