import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import type { TrivialClassifier } from "../Classifier.js";
import { checkOptions, integer } from "../checks/checkOptions.js";
import { classPrevalence } from "./classPrevalence.js";

export interface RandomOptions {
  /** Seed of the draws, an integer of which the lowest 32 bits count; default 0. */
  readonly seed?: number;
}

/**
 * The baseline `random`: draws each label of each example by itself with its class's share among the training
 * examples. The scores are the draws, 0 or 1, so that every threshold in (0, 1] predicts the draws.
 *
 * Every call of `scores` starts the generator anew: the draws depend on the seed, the training prevalence and the
 * number of rows alone, and the first rows of a longer call are those of a shorter one.
 * @throws RangeError when the seed is not a safe integer, TypeError naming an unknown option
 */
export function random(options: RandomOptions = {}): TrivialClassifier {
  checkOptions<RandomOptions>(options, { seed: integer });
  const { seed = 0 } = options;
  return {
    name: "random",
    async fit(_features, labels) {
      const shares = classPrevalence(labels);
      const cols = shares.length;
      return {
        async scores({ rows }) {
          // Unlike xoroshiro128plus, whose first draws are nearly the same for neighbouring seeds.
          const generator = mersenne(seed);
          const data = Float32Array.from({ length: rows * cols }, (_, k) =>
            // k % cols is below the length of shares.
            uniformFloat64(generator) < shares[k % cols]! ? 1 : 0,
          );
          return { rows, cols, data };
        },
      };
    },
  };
}
