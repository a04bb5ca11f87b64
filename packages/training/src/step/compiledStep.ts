import {
  type CompiledFunction,
  compile,
  ImpureFunctionError,
  TracedReadError,
  UnsupportedKernelError,
} from "@sigf1/compile";
import type { LossInputs, MultilabelLoss } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import type { Head } from "../heads/Head.js";
import { createOptimizer } from "../optimizers/createOptimizer.js";
import type { OptimizerOptions } from "../optimizers/Optimizer.js";
import { eagerStep } from "./eagerStep.js";
import { lossInputs } from "./lossInputs.js";
import { stepFunction } from "./stepFunction.js";
import type { Batch, TrainingStep } from "./TrainingStep.js";
import { trainableVariables } from "./trainableVariables.js";

export interface CompiledStepOptions {
  /** Told once where the step can't be compiled and goes on as `eagerStep`; default `console.warn`. */
  readonly onWarning?: (message: string) => void;
  /** As in `compile`. */
  readonly threads?: number;
}

/**
 * The training step traced to a graph that ONNX Runtime runs: the numbers of `eagerStep`, several times as fast.
 * It is compiled at the first batch, and once more for each other number of rows.
 */
export function compiledStep(
  head: Head,
  loss: MultilabelLoss,
  options: OptimizerOptions,
  { onWarning = console.warn, threads }: CompiledStepOptions = {},
): TrainingStep {
  const optimizer = createOptimizer(trainableVariables(head, loss), options);
  const step = stepFunction(head, loss, optimizer);
  const masks = head.dropouts.length;
  const compileFor = async (
    batch: Batch,
    inputs: LossInputs,
  ): Promise<CompiledFunction | TrainingStep> => {
    const names = Object.keys(inputs);
    const traced = (features: tf.Tensor, labels: tf.Tensor, ...rest: tf.Tensor[]) =>
      step(
        features as tf.Tensor2D,
        labels as tf.Tensor2D,
        rest.slice(0, masks) as tf.Tensor2D[],
        Object.fromEntries(names.map((name, i) => [name, rest[masks + i]!])), // one for each
      );
    const matrices = [batch.features, batch.labels, ...batch.masks].map(({ rows, cols, data }) =>
      tf.tensor2d(data, [rows, cols]),
    );
    const examples = [...matrices, ...Object.values(inputs)];
    try {
      return await compile(traced, { examples, ...(threads === undefined ? {} : { threads }) });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      onWarning(
        `"${loss.name}" is not compiled: ${error.message}; it trains operation by operation`,
      );
      return eagerStep(head, loss, options);
    } finally {
      tf.dispose(matrices);
    }
  };
  let ready: Promise<CompiledFunction | TrainingStep> | undefined;
  return {
    async run(batch) {
      const inputs = lossInputs(loss, batch.labels.rows, batch.labels.cols);
      try {
        ready ??= compileFor(batch, inputs);
        const chosen = await ready;
        if ("run" in chosen) return await chosen.run(batch);
        const matrices = [batch.features, batch.labels, ...batch.masks];
        const [value] = await chosen(...matrices.map(({ data }) => data), ...Object.values(inputs));
        return value?.[0] ?? Number.NaN;
      } finally {
        tf.dispose(Object.values(inputs));
      }
    },
    async sync() {
      await (await ready)?.sync?.([...head.variables, ...(loss.variables ?? [])]);
    },
    async dispose() {
      await (await ready)?.dispose();
      optimizer.dispose();
    },
  };
}

const isRefusal = (error: unknown): error is Error =>
  error instanceof UnsupportedKernelError ||
  error instanceof ImpureFunctionError ||
  error instanceof TracedReadError;
