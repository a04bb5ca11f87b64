import type { Scalar, Tensor, Tensor2D, Variable } from "@tensorflow/tfjs-core";

/** How far a sigmoid S(u; β, η) has run into its flat ends on a batch of logits. */
export interface Saturation {
  /** Share of entries with S < 0.01 or S > 0.99, in [0, 1]. */
  readonly share: number;
  /** Mean |dS/dz| over the entries; near 0 means that the loss hardly moves the logits. */
  readonly meanSlope: number;
}

/** What a call is given besides labels and logits, by name: values of a schedule, random numbers. */
export type LossInputs = Readonly<Record<string, Tensor>>;

/** What a training loop knows of its training part. */
export interface TrainingStatistics {
  /** Number of examples. */
  readonly examples: number;
  /** Number of positives of each class. */
  readonly counts: readonly number[];
}

/** What the last draws of one parameter say of its posterior; `null` where there are too few, or all are equal. */
export interface ParameterDiagnostics {
  /**
   * The option that it is drawn for, `beta`; one per class: `beta[0]`, …; of one per example the mean over the batch,
   * of β the geometric one: `mean beta over examples`. The spread of such means is far below that of one example's.
   */
  readonly name: string;
  readonly mean: number | null;
  /** Standard deviation. */
  readonly sd: number | null;
  /** Effective sample size of the mean. */
  readonly ess: number | null;
  /** Split-R̂; near 1 where the first and the second half of the draws agree. */
  readonly rHat: number | null;
  /** The draws themselves, oldest first; absent where there is one parameter per class. */
  readonly values?: readonly number[];
}

/** How the sampler of a loss does, in plain numbers that JSON can hold; about the last draws only. */
export interface LossDiagnostics {
  /** Number of draws that the rest is about. */
  readonly draws: number;
  /** Their mean acceptance probability; `null` before the first. */
  readonly acceptance: number | null;
  /** The step size as it stands, the geometric mean over the chains; `null` before the first draw. */
  readonly stepSize: number | null;
  readonly parameters: readonly ParameterDiagnostics[];
}

/**
 * A loss for multilabel classification, called as tfjs-layers calls a loss: `(labels, predictions)`.
 * Predictions are logits of shape [examples, classes]; labels have the same shape and lie in [0, 1].
 *
 * A call checks the shapes always, and that the labels lie in [0, 1] on its first batch where the
 * backend can be read without waiting (`cpu`, `wasm`, `webgl`, `tensorflow`); `checkLabels` does so
 * anywhere, for any batch. Gradients flow to the predictions, not to the labels.
 */
export interface MultilabelLoss {
  /**
   * @param yTrue labels, [examples, classes], any numeric or boolean type
   * @param yPred logits, [examples, classes], float32
   * @param inputs tensors to use in place of the numbers in `schedule` and of those that `draw` gives; for
   *   computations that are traced once and fed anew at each step
   * @throws TypeError, RangeError naming the argument and what was received
   */
  (yTrue: Tensor, yPred: Tensor, inputs?: LossInputs): Scalar;
  /** Kebab-case name, for example `sigmoid-f1`. */
  readonly name: string;
  /** The loss's own link from logits to scores in [0, 1]: what "≥ 0.5" means at inference. */
  scores(logits: Tensor2D): Tensor2D;
  /**
   * The numbers that a schedule moves, by option name, as they stand now; each call reads them anew.
   * Absent where nothing moves. Whoever traces the loss must feed these, or trace again when one moves.
   */
  readonly schedule?: Readonly<Record<string, number>>;
  /** Moves `schedule`; called with `epoch` from 0 to `epochs` − 1 before each epoch. */
  onEpochBegin?(epoch: number, epochs: number): void;
  /**
   * Draws the random numbers of one call from the loss's seeded generator; a call that is given none draws its own.
   * Absent where nothing is random.
   */
  draw?(examples: number, classes: number): LossInputs;
  /**
   * What calls carry over to later ones (counters, chains), and, with `trainable` true, what is to be trained
   * with the weights by the same optimiser; made by `onTrainBegin`, or by the first call where it was not called.
   */
  readonly variables?: readonly Variable[];
  /** Called before training: tells a loss that weights classes how frequent they are, and makes `variables` anew. */
  onTrainBegin?(training: TrainingStatistics): void;
  /** Frees `variables`. */
  dispose?(): void;
  /** Measures the saturation of the loss's S on a batch; absent where the loss has no S. */
  saturation?(logits: Tensor2D): Promise<Saturation>;
  /** Reads how the loss's sampler does; absent where the loss samples nothing. Waits for the backend. */
  diagnostics?(): Promise<LossDiagnostics>;
}
