import type { Classifier } from "../Classifier.js";
import { checkFeatures } from "../checks/checkFeatures.js";
import { checkOptions, positive, positiveInteger } from "../checks/checkOptions.js";
import { checkTraining } from "../checks/checkTraining.js";
import { compressRows } from "../features/compressRows.js";
import { Turns } from "../turns/Turns.js";
import { nearestNeighbours } from "./nearestNeighbours.js";
import { neighbourCounts } from "./neighbourCounts.js";
import { posteriorTable } from "./posteriorTable.js";

/** Options of {@link mlKnn}. */
export interface MlKnnOptions {
  /** Number of neighbours, below the number of training examples; default 10. */
  readonly k?: number;
  /** What is added to every count (s of the paper; 1 is Laplace's); default 1. */
  readonly smoothing?: number;
}

/**
 * The classifier `ml-knn` (Zhang and Zhou 2007): of the k nearest training examples of an example, by Euclidean distance,
 * it counts how many have a class, and scores the class's posterior probability given that count. Priors and
 * likelihoods are counted on the training examples, none being its own neighbour. 0.5 is the paper's maximum a
 * posteriori rule, but for a tie, which the threshold decides for the class.
 * @throws RangeError when k is no positive integer or smoothing no finite number above 0, and in `fit` when there are not
 *   more training examples than k; TypeError naming an unknown option
 */
export function mlKnn(options: MlKnnOptions = {}): Classifier {
  checkOptions<MlKnnOptions>(options, { k: positiveInteger, smoothing: positive });
  const { k = 10, smoothing = 1 } = options;
  return {
    name: "ml-knn",
    async fit(training, labels, options) {
      const turns = new Turns(options);
      checkTraining(training, labels);
      if (k >= training.rows) {
        throw new RangeError(
          `k is ${k} with ${training.rows} training examples; expected more examples than neighbours`,
        );
      }
      const rows = compressRows(training);
      const own = await nearestNeighbours(rows, rows, k, turns, { leaveOneOut: true });
      const counts = neighbourCounts(own.indices, k, labels);
      const posteriors = posteriorTable(counts, labels, k, smoothing);
      return {
        async scores(features, options) {
          const turns = new Turns(options);
          checkFeatures(features, rows.cols);
          const { indices } = await nearestNeighbours(rows, compressRows(features), k, turns);
          const { cols } = labels;
          const data = Float32Array.from(
            neighbourCounts(indices, k, labels),
            // A class and a count from 0 to k.
            (count, at) => posteriors[(at % cols) * (k + 1) + count]!,
          );
          return { rows: features.rows, cols, data };
        },
      };
    },
  };
}
