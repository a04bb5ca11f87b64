import type { MultilabelLoss } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import { BatchSource } from "./batches/BatchSource.js";
import { checkPart } from "./checks/checkPart.js";
import { checkPositives } from "./checks/checkPositives.js";
import { classCounts } from "./checks/classCounts.js";
import { DivergenceError } from "./checks/DivergenceError.js";
import { measureSaturation } from "./measureSaturation.js";
import { eagerStep } from "./step/eagerStep.js";
import type { Batch, TrainingStep } from "./step/TrainingStep.js";
import type { EpochRecord, TrainingCheckpoint, TrainOptions, TrainResult } from "./TrainOptions.js";
import { bestMacroF1 } from "./validation/bestMacroF1.js";
import { validate } from "./validation/validate.js";
import { readVariables, writeVariables } from "./variableValues.js";
import { warnSaturation } from "./warnSaturation.js";

/**
 * Trains a head in place by mini-batches on loss + Σ λ·Σw² (λ: the head's `l2`; its gradient passes through
 * the optimiser). With a validation part it stops early and ends with the weights of the best epoch and the
 * loss's schedule as it stood there, so that `loss.scores` are those validated. A run that stops early, or whose
 * best epoch is not the last, need not bring a schedule (β of `adaptiveSigmoidF1`) to its end.
 * The same options on the same engine give the same history and weights, bit by bit; so do features in memory and the
 * same features read from a `RowSource`, of which a batch at a time is in memory; and so does a training that stopped
 * and goes on from a checkpoint, another process's too.
 *
 * @returns one record per epoch, the best epoch, the saturation on the first batch
 * @throws TrainingDataError when a part is empty, does not fit the head or holds a feature that is not
 *   finite, or when a class has no positive example in the training part
 * @throws DivergenceError when the loss or a validation logit is not finite; the head's weights are spoilt
 * @throws RangeError when an option is out of range, or the checkpoint is that of another head, loss or optimiser
 * @throws TypeError when the optimiser does not know an option
 */
export async function train(options: TrainOptions): Promise<TrainResult> {
  const { head, loss, epochs, onEpoch, signal, resume, stopAfter = epochs } = options;
  const {
    optimizer = { name: "adam" },
    metric = bestMacroF1,
    step: makeStep = eagerStep,
  } = options;
  const { batchSize = 256, patience = 10, seed = 0, onWarning = console.warn } = options;
  for (const [name, value] of Object.entries({ epochs, batchSize, patience, stopAfter })) {
    if (
      !(Number.isInteger(value) || (name === "patience" && value === Number.POSITIVE_INFINITY)) ||
      value < 1
    ) {
      throw new RangeError(`${name} must be a positive integer, got ${value}`);
    }
  }
  const training = checkPart("training", options.train, head);
  const counts = classCounts(training.labels);
  checkPositives(counts, options.classes);
  const validation = options.validation && checkPart("validation", options.validation, head);

  loss.onTrainBegin?.({ examples: training.labels.rows, counts });
  const batches = new BatchSource(training, batchSize, head.dropouts, seed);
  const step = makeStep(head, loss, optimizer);
  const model = () => [...head.variables, ...(loss.variables ?? [])];
  try {
    const history: EpochRecord[] = [...(resume?.history ?? [])];
    let { best, saturation } = resume ?? {};
    if (resume !== undefined) {
      writeVariables([...model(), ...step.variables], resume.values);
      for (const _ of history) skipEpoch(batches, loss);
    }
    const checkpoint = async (): Promise<TrainingCheckpoint> => {
      await step.sync?.(step.variables);
      const values = await readVariables([...model(), ...step.variables]);
      return {
        history: [...history],
        ...(saturation && { saturation }),
        values,
        ...(best && { best }),
      };
    };
    const ended = () =>
      history.length >= Math.min(epochs, stopAfter) ||
      (best !== undefined && history.length - 1 - best.epoch >= patience);
    while (!ended()) {
      const epoch = history.length;
      loss.onEpochBegin?.(epoch, epochs);
      const mean = await runEpoch(step, batches.epoch(), epoch, loss.name, async (batch, index) => {
        signal?.throwIfAborted();
        if (epoch > 0 || index > 0) return;
        saturation = await measureSaturation(head, loss, batch);
        if (saturation !== undefined) warnSaturation(loss.name, saturation, onWarning);
      });
      await step.sync?.(model());
      const record: EpochRecord = {
        epoch,
        loss: mean,
        ...(validation && { metric: await validate(head, loss, metric, validation, epoch) }),
        ...(loss.schedule && { schedule: { ...loss.schedule } }),
      };
      history.push(record);
      if (
        record.metric !== undefined &&
        !(record.metric <= (best?.metric ?? Number.NEGATIVE_INFINITY))
      ) {
        best = { epoch, metric: record.metric, values: await readVariables(model()) };
      }
      await onEpoch?.(record, checkpoint, ended());
      await tf.nextFrame(); // lets timers, signals and the screen have their turn
    }
    if (best !== undefined) {
      writeVariables(model(), best.values);
      loss.onEpochBegin?.(best.epoch, epochs); // the link that was validated, too
    }
    return {
      history,
      bestEpoch: best?.epoch ?? history.length - 1,
      ...(saturation && { saturation }),
    };
  } finally {
    await step.dispose();
  }
}

/** Draws what an epoch that is done already drew, and forgets it. */
function skipEpoch(batches: BatchSource, loss: MultilabelLoss): void {
  for (const rows of batches.skip()) {
    tf.dispose(loss.draw?.(rows, batches.classes) as tf.TensorContainer);
  }
}

/** Runs every batch once; the mean loss over the examples. The losses are read together at the end. */
async function runEpoch(
  step: TrainingStep,
  batches: AsyncIterable<Batch>,
  epoch: number,
  lossName: string,
  beforeStep: (batch: Batch, index: number) => Promise<void>,
): Promise<number> {
  const losses: (number | tf.Scalar)[] = [];
  const rows: number[] = [];
  try {
    for await (const batch of batches) {
      await beforeStep(batch, rows.length);
      losses.push(await step.run(batch));
      rows.push(batch.features.rows);
    }
    const values = await readAll(losses);
    const wrong = values.findIndex((value) => !Number.isFinite(value));
    if (wrong >= 0) throw new DivergenceError(lossName, epoch, wrong, values[wrong]!); // found there
    const total = rows.reduce((sum, count) => sum + count, 0);
    return values.reduce((sum, value, i) => sum + value * (rows[i]! / total), 0); // one count per loss
  } finally {
    tf.dispose(losses as tf.TensorContainer);
  }
}

/** Reads the losses together: one wait for the device, not one a step. */
async function readAll(losses: readonly (number | tf.Scalar)[]): Promise<readonly number[]> {
  const stacked = tf.tidy(() => tf.stack(losses.map((loss) => tf.cast(loss, "float32"))));
  const values = await stacked.data<"float32">();
  stacked.dispose();
  return [...values];
}
