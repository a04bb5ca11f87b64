import type { ScoreMatrix } from "@sigf1/metrics";
import type { Classifier } from "../Classifier.js";
import { checkFeatures } from "../checks/checkFeatures.js";
import { checkOptions, positiveInteger } from "../checks/checkOptions.js";
import { checkTraining } from "../checks/checkTraining.js";
import { Turns } from "../turns/Turns.js";
import { growTree } from "./growTree.js";
import type { Tree } from "./Tree.js";

/** Options of {@link decisionTree}. */
export interface DecisionTreeOptions {
  /** Decisions from the root to a leaf at most; default none. */
  readonly maxDepth?: number;
  /** Training examples that a leaf has at least; default 2, as in C4.5. */
  readonly minSamplesLeaf?: number;
}

/**
 * The classifier `decision-tree`: one tree for all classes (Clare and King 2001). Each node is split at the feature and
 * threshold with the least −Σ over classes of (p log p + q log q), p being the share of the side's examples that have the
 * class, q = 1 − p, summed over both sides weighted by their examples. That is scikit-learn's `DecisionTreeClassifier` with
 * `criterion="entropy"` on a label matrix, which takes the classes' mean in place of the sum; of equal splits it draws one,
 * this takes the first. Scores are the shares p of the example's leaf. The tree is not pruned.
 * @throws RangeError when an option is no positive integer, TypeError naming an unknown option
 */
export function decisionTree(options: DecisionTreeOptions = {}): Classifier {
  checkOptions<DecisionTreeOptions>(options, {
    maxDepth: positiveInteger,
    minSamplesLeaf: positiveInteger,
  });
  const { maxDepth = Number.POSITIVE_INFINITY, minSamplesLeaf = 2 } = options;
  return {
    name: "decision-tree",
    async fit(training, labels, options) {
      const turns = new Turns(options);
      checkTraining(training, labels);
      const [inputs, classes] = [training.cols, labels.cols];
      const tree = await growTree(training, labels, turns, { maxDepth, minSamplesLeaf });
      return {
        async scores(features, options) {
          const turns = new Turns(options);
          checkFeatures(features, inputs);
          const data = new Float32Array(features.rows * classes);
          for (let row = 0; row < features.rows; row++) {
            if (turns.over) await turns.next();
            data.set(leafShares(tree, features, row), row * classes);
          }
          return { rows: features.rows, cols: classes, data };
        },
      };
    },
  };
}

function leafShares(tree: Tree, { cols, data }: ScoreMatrix, row: number): Float32Array {
  let node = 0;
  // Nodes and columns are in range.
  while (tree.columns[node]! >= 0) {
    const value = data[row * cols + tree.columns[node]!]!;
    node = (value <= tree.thresholds[node]! ? tree.lefts : tree.rights)[node]!;
  }
  return tree.shares[node]!;
}
