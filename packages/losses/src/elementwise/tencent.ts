import {
  add,
  cast,
  div,
  greater,
  less,
  log,
  max,
  maximum,
  mean,
  mul,
  randomUniform,
  type Scalar,
  sigmoid,
  sub,
  sum,
  type Tensor,
  variable,
  zeros,
} from "@tensorflow/tfjs-core";
import { defineLoss } from "../defineLoss.js";
import { type Lifecycle, LossState } from "../LossState.js";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import { checkOptions } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import { type PerClass, perClass } from "../options/perClass.js";
import { perClassTensor } from "../options/perClassTensor.js";
import { seedCheck } from "../options/seedCheck.js";
import { weightedCrossEntropy } from "./weightedCrossEntropy.js";

/** Options of `tencent`. */
export interface TencentOptions {
  /** w > 0, the weight of positives; a number or one per class. Default 12. */
  readonly posWeight?: PerClass;
  /** q in [0, 1], the probability with which a class absent from the batch is kept. Default 0.3. */
  readonly keep?: number;
  /** An integer in [0, 2³² − 1]; the same seed draws the same kept classes. Default 0. */
  readonly seed?: number;
}

/** A loss with counters that live across batches, and a seeded draw per call. */
export type Tencent = MultilabelLoss & Required<Pick<MultilabelLoss, "draw">> & Lifecycle;

/**
 * CE+T, the loss of Tencent ML-Images: (1/m) Σ_j r_j · mean_i [−w·y·log p − (1−y)·log(1−p)] over the m kept
 * classes j, p = σ(z). A class is present where a label in the batch is above 0. Present classes are kept
 * always, an absent one where its number in [0, 1) drawn for this call is below q; with none kept the loss is 0.
 * With t the number of batches in a row, this one included, in which the class has been present (or absent):
 * present r = max(0.01, log₁₀(10/(0.01+t))), absent r = max(0.01, log₁₀(10/(8+t))). Scores are σ(z).
 *
 * r falls from 1 to 0.01 within ten batches for a class that each batch holds: where all do, the loss is small
 * and an optimiser with a scale of its own (Adam) is wanted. Every call counts as a batch, one for evaluation
 * too; the counters are `variables`. The published code does not divide by m, counts only the kept batches of
 * an absent class, and lets its r fall to 0.001.
 *
 * The numbers are drawn from `seed` and the calls since `onTrainBegin`, or given as the third argument,
 * `{ uniforms }` of shape [classes].
 * @param options `posWeight` 12, `keep` 0.3, `seed` 0
 * @throws TypeError, RangeError naming the option and what was received
 * @see Wu, Chen, Fan, Zhang, Hou, Liu, Zhang: Tencent ML-Images (IEEE Access 2019), eq. 1–2
 */
export function tencent(options: TencentOptions = {}): Tencent {
  checkOptions("tencent", options, {
    posWeight: perClass(numberThat("a number above 0", (w) => w > 0)),
    keep: numberThat("a number in [0, 1]", (q) => q >= 0 && q <= 1),
    seed: seedCheck,
  });
  const { posWeight = 12, keep = 0.3, seed = 0 } = options;
  const zeroCounts = (classes: number) => variable(zeros([classes]), false);
  const state = new LossState("tencent", (classes) => ({
    present: zeroCounts(classes),
    absent: zeroCounts(classes),
  }));
  let calls = 0;
  const draw = (_examples: number, classes: number) => ({
    // far apart for different seeds, so that their streams do not meet
    uniforms: randomUniform([classes], 0, 1, "float32", Math.imul(seed, 0x9e3779b1) + calls++),
  });

  const weights = (isPresent: Tensor, uniforms: Tensor) => {
    const { present, absent } = state.for(isPresent.size);
    const batchesPresent = mul(add(present, 1), isPresent);
    const batchesAbsent = mul(add(absent, 1), sub(1, isPresent));
    present.assign(batchesPresent);
    absent.assign(batchesAbsent);
    // 0.01 + t where present, 8 + t where absent
    const x = sub(add(add(batchesPresent, batchesAbsent), 8), mul(isPresent, 7.99));
    const r = maximum(sub(1, div(log(x), Math.LN10)), 0.01);
    const kept = maximum(isPresent, cast(less(uniforms, keep), "float32"));
    return div(mul(r, kept), maximum(sum(kept), 1));
  };

  return defineLoss(
    "tencent",
    {
      value(labels, logits, inputs) {
        const [examples, classes] = labels.shape;
        const w = perClassTensor("posWeight", posWeight, classes);
        const { uniforms = draw(examples, classes).uniforms } = inputs ?? {};
        const isPresent = cast(greater(max(labels, 0), 0), "float32");
        const crossEntropy = weightedCrossEntropy(mul(labels, w), sub(1, labels), logits);
        return sum(mul(mean(crossEntropy, 0), weights(isPresent, uniforms))) as Scalar;
      },
      scores: (logits) => sigmoid(logits),
    },
    Object.assign(
      state.lifecycle(() => {
        calls = 0;
      }),
      { draw },
    ),
  );
}
