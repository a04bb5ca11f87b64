import {
  add,
  div,
  maximum,
  mul,
  neg,
  sigmoid,
  sub,
  sum,
  type Tensor2D,
  tensor1d,
} from "@tensorflow/tfjs-core";
import type { TrainingStatistics } from "../MultilabelLoss.js";
import { checkOptions } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import { ClassFrequencies } from "./ClassFrequencies.js";
import { checkFrequencies, frequencyChecks } from "./checkFrequencies.js";
import { defineElementwiseLoss } from "./defineElementwiseLoss.js";
import type { ElementwiseOptions } from "./ElementwiseOptions.js";
import { elementwiseChecks } from "./elementwiseChecks.js";
import type { FrequencyWeightedLoss } from "./FrequencyWeightedLoss.js";
import { focalTerm } from "./focalTerm.js";

/** Options of `distributionBalanced`. */
export interface DistributionBalancedOptions extends ElementwiseOptions {
  /** n_j ≥ 0, the number of positives of each class; together with `examples`. Default: what `onTrainBegin` tells. */
  readonly counts?: readonly number[];
  /** N, the number of training examples, at least 1 and no less than any count; together with `counts`. */
  readonly examples?: number;
  /** α ≥ 0, the least rebalancing weight. Default 0.1. */
  readonly alpha?: number;
  /** β > 0, how steeply the weight rises with r. Default 10. */
  readonly beta?: number;
  /** μ, the r at which it has risen by half. Default 0.2. */
  readonly mu?: number;
  /** λ > 0, the scale of the logits of negatives. Default 2. */
  readonly lambda?: number;
  /** κ ≥ 0, how far a class's prior log-odds shift its logits. Default 0.05. */
  readonly kappa?: number;
  /** γ ≥ 0 of the focal factor. Default 2. */
  readonly gamma?: number;
  /** A factor of the whole, above 0, that makes up for what the focal factor takes. Default 2. */
  readonly balance?: number;
}

const positive = numberThat("a number above 0", (x) => x > 0);
const notNegative = numberThat("a number of at least 0", (x) => x >= 0);

const atLeastOne = (n: number) => Math.max(n, 1);

/**
 * Distribution-balanced focal loss: per entry balance · w_ij · [y·f(x) + (1−y)·f(−λx)/λ], where
 *
 * - f(x) = (1−σ(x))^γ · (−log σ(x)) is the focal term,
 * - x = z_ij + κ·log(n_j/(N−n_j)) the logit, shifted by the prior log-odds of its class, and
 * - w_ij = α + σ(β(r_ij − μ)), r_ij = (1/n_j) / Σ_k y_ik/n_k, evens out that an example sampled for one class
 *   brings its other labels along; an example without a label has the limit r = ∞, w = α + 1.
 *
 * A class's number of positives, and that of its negatives, is taken as at least 1. A label between 0 and 1
 * weighs the two cases. Scores are σ(z), without the shift, as published.
 *
 * The defaults are the published ones for COCO; those for VOC differ by μ 0.3 and λ 5. The code first published
 * divided κ by λ; here, as in the paper, it does not. The paper samples batches class by class; w assumes so.
 * @param options `counts`, `examples` those of the training part, `alpha` 0.1, `beta` 10, `mu` 0.2, `lambda` 2,
 *   `kappa` 0.05, `gamma` 2, `balance` 2, `reduction` "mean"
 * @throws TypeError, RangeError naming the option and what was received; a call throws a RangeError where
 *   neither options nor `onTrainBegin` gave the counts, or where they are of another number of classes
 * @see Wu, Huang, Liu, Wang, Lin: Distribution-Balanced Loss for Multi-Label Classification in Long-Tailed
 *   Datasets (ECCV 2020)
 */
export function distributionBalanced(
  options: DistributionBalancedOptions = {},
): FrequencyWeightedLoss {
  checkOptions("distributionBalanced", options, {
    ...frequencyChecks,
    alpha: notNegative,
    beta: positive,
    mu: numberThat("a finite number"),
    lambda: positive,
    kappa: notNegative,
    gamma: notNegative,
    balance: positive,
    ...elementwiseChecks,
  });
  const { alpha = 0.1, beta = 10, mu = 0.2, lambda = 2, kappa = 0.05 } = options;
  const { gamma = 2, balance = 2 } = options;
  const name = "distribution-balanced";
  const frequencies = new ClassFrequencies(name, "`counts` and `examples`", given(options));
  const loss = defineElementwiseLoss(name, options, (labels, logits) => {
    const { counts, examples } = frequencies.of(labels.shape[1]);
    const present = counts.map(atLeastOne);
    const absent = present.map((n) => atLeastOne(examples - n));
    const shares = tensor1d(present.map((n) => 1 / n));
    // the prior log-odds, one for each class as absent has
    const shift = tensor1d(present.map((n, j) => kappa * Math.log(n / absent[j]!)));
    const ofExample = sum(mul(labels, shares), 1, true);
    const r = div(shares, maximum(ofExample, 1e-30)); // so large without labels that σ below is 1
    const w = mul(add(sigmoid(mul(sub(r, mu), beta)), alpha), balance);
    const x: Tensor2D = add(logits, shift);
    const ifNegative = mul(focalTerm(neg(mul(x, lambda)), gamma), 1 / lambda);
    return mul(w, add(mul(labels, focalTerm(x, gamma)), mul(sub(1, labels), ifNegative)));
  });
  return Object.assign(loss, {
    onTrainBegin: (training: TrainingStatistics) => frequencies.tell(training),
  });
}

function given({ counts, examples }: DistributionBalancedOptions): TrainingStatistics | undefined {
  if (counts === undefined && examples === undefined) return undefined;
  if (counts === undefined || examples === undefined)
    throw new TypeError(
      `distributionBalanced: options "counts" and "examples" must be given together; received only "${counts ? "counts" : "examples"}"`,
    );
  checkFrequencies("distributionBalanced", { counts, examples });
  return { counts: [...counts], examples };
}
