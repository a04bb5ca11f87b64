import { bayesianSigmoidF1 } from "./bayesian/bayesianSigmoidF1.js";
import { adaptiveSigmoidF1 } from "./confusion/adaptiveSigmoidF1.js";
import { anyLoss } from "./confusion/anyLoss.js";
import { confusionSurrogate } from "./confusion/confusionSurrogate.js";
import { dice } from "./confusion/dice.js";
import { doubleSoftF1 } from "./confusion/doubleSoftF1.js";
import { sigmoidF1 } from "./confusion/sigmoidF1.js";
import { sigmoidFBeta } from "./confusion/sigmoidFBeta.js";
import { softF1 } from "./confusion/softF1.js";
import { softJaccard } from "./confusion/softJaccard.js";
import { tversky } from "./confusion/tversky.js";
import { aucPr } from "./constrained/aucPr.js";
import { fBetaBound } from "./constrained/fBetaBound.js";
import { precisionAtRecall } from "./constrained/precisionAtRecall.js";
import { recallAtPrecision } from "./constrained/recallAtPrecision.js";
import { asymmetric } from "./elementwise/asymmetric.js";
import { binaryCrossEntropy } from "./elementwise/binaryCrossEntropy.js";
import { type ClassBalancedOptions, classBalanced } from "./elementwise/classBalanced.js";
import { crossEntropyCount } from "./elementwise/crossEntropyCount.js";
import { distributionBalanced } from "./elementwise/distributionBalanced.js";
import type { ElementwiseLoss } from "./elementwise/ElementwiseLoss.js";
import { focal } from "./elementwise/focal.js";
import { hill } from "./elementwise/hill.js";
import { hinge } from "./elementwise/hinge.js";
import { smoothHinge } from "./elementwise/smoothHinge.js";
import { tencent } from "./elementwise/tencent.js";
import type { MultilabelLoss } from "./MultilabelLoss.js";
import { bpMll } from "./ranking/bpMll.js";
import { lsep } from "./ranking/lsep.js";
import { pairwiseHinge } from "./ranking/pairwiseHinge.js";
import { rocAuc } from "./ranking/rocAuc.js";
import { twoWay } from "./ranking/twoWay.js";
import { warp } from "./ranking/warp.js";
import { zlpr } from "./ranking/zlpr.js";

const factories = {
  "binary-cross-entropy": binaryCrossEntropy,
  focal,
  "cross-entropy-count": crossEntropyCount,
  tencent,
  hinge,
  "smooth-hinge": smoothHinge,
  asymmetric,
  hill,
  "class-balanced": classBalancedByName,
  "distribution-balanced": distributionBalanced,
  "soft-f1": softF1,
  "sigmoid-f1": sigmoidF1,
  "sigmoid-f-beta": sigmoidFBeta,
  "adaptive-sigmoid-f1": adaptiveSigmoidF1,
  "bayesian-sigmoid-f1": bayesianSigmoidF1,
  "confusion-surrogate": confusionSurrogate,
  "double-soft-f1": doubleSoftF1,
  "soft-jaccard": softJaccard,
  tversky,
  dice,
  "any-loss": anyLoss,
  lsep,
  "pairwise-hinge": pairwiseHinge,
  "bp-mll": bpMll,
  zlpr,
  "two-way": twoWay,
  warp,
  "recall-at-precision": recallAtPrecision,
  "precision-at-recall": precisionAtRecall,
  "auc-pr": aucPr,
  "roc-auc": rocAuc,
  "f-beta-bound": fBetaBound,
};

type Factories = typeof factories;

/** The names of the losses. */
export type LossName = keyof Factories;

/** The options of each loss, by its name. */
export type LossOptions = {
  readonly [Name in LossName]: NonNullable<Parameters<Factories[Name]>[0]>;
};

/** Every name that `lossByName` takes. */
export const lossNames = Object.keys(factories) as readonly LossName[];

/**
 * Makes a loss from its name, as a configuration file gives it.
 * @param options those of the loss's factory; `loss` of "class-balanced" may also be a name, or an object of a name
 *   `use` and options
 * @throws RangeError for an unknown name, listing the known ones; and what the factory throws
 */
export function lossByName<Name extends LossName>(
  name: Name,
  options?: LossOptions[Name],
): ReturnType<Factories[Name]> {
  if (!Object.hasOwn(factories, name))
    throw new RangeError(`unknown loss "${name}"; known losses: ${lossNames.join(", ")}`);
  const make = factories[name] as (options?: LossOptions[Name]) => MultilabelLoss;
  return make(options) as ReturnType<Factories[Name]>;
}

/** A loss as a configuration file names it inside another's options. */
type Named = string | ({ readonly use: string } & Readonly<Record<string, unknown>>);

function classBalancedByName({
  loss,
  ...options
}: Omit<ClassBalancedOptions, "loss"> & { readonly loss?: ElementwiseLoss | Named } = {}) {
  if (loss === undefined || typeof loss === "function")
    return classBalanced({ ...options, ...(loss && { loss }) });
  const { use, ...inner } = typeof loss === "string" ? { use: loss } : (loss ?? {});
  if (typeof use !== "string")
    throw new TypeError(
      'class-balanced: option "loss" must be a loss, its name, or an object with its name as "use" and its options',
    );
  return classBalanced({ ...options, loss: lossByName(use as "focal", inner) });
}
