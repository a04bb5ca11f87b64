import { checkedOptions } from "../checks/checkedOptions.js";
import { checkList } from "../checks/checkList.js";
import { checkNumber } from "../checks/checkNumber.js";
import { positive } from "../checks/NumberKind.js";
import { show } from "../checks/show.js";

export interface PropensityOptions {
  /** How fast the propensity rises with a label's frequency, A of the paper, positive; default 0.55. */
  readonly a?: number;
  /** What is added to every frequency, B of the paper, positive; default 1.5. */
  readonly b?: number;
}

/**
 * The propensity of each label, the modelled probability that a label which is right is also annotated:
 * pⱼ = 1/(1 + C·(Nⱼ + B)^−A) with C = (ln N − 1)·(B + 1)^A, for Nⱼ of N training examples with the label (Jain, Prabhu &
 * Varma 2016, "Extreme multi-label loss functions …", §4). The paper has A = 0.55, B = 1.5 for most data sets, 0.5 and 0.4
 * for Wikipedia, 0.6 and 2.6 for Amazon.
 * @param counts training examples with each label
 * @param examples number of training examples, at least 3 (with fewer the model's C is negative)
 * @returns one number in (0, 1) per label
 * @throws RangeError naming the argument that is out of range
 */
export function propensities(
  counts: ArrayLike<number>,
  examples: number,
  options: PropensityOptions = {},
): Float64Array {
  const { a = 0.55, b = 1.5 } = checkedOptions(options, "a", "b");
  checkList("counts", counts);
  if (!Number.isInteger(examples) || examples < 3) {
    throw new RangeError(`examples is ${show(examples)}; expected an integer of at least 3`);
  }
  checkNumber("a", a, positive);
  // With a label that never occurs, B itself is raised to −A.
  checkNumber("b", b, positive);
  const c = (Math.log(examples) - 1) * (b + 1) ** a;
  return Float64Array.from(counts, (count, j) => {
    if (!Number.isInteger(count) || count < 0 || count > examples) {
      throw new RangeError(
        `counts is ${show(count)} at column ${j}; expected an integer from 0 to ${examples}, the number of examples`,
      );
    }
    return 1 / (1 + c * (count + b) ** -a);
  });
}
