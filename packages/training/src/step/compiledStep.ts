import {
  type CompiledFunction,
  compile,
  ImpureFunctionError,
  TracedReadError,
  UnsupportedKernelError,
} from "@sigf1/compile";
import type { MultilabelLoss } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import type { Head } from "../heads/Head.js";
import { createOptimizer } from "../optimizers/createOptimizer.js";
import type { OptimizerOptions } from "../optimizers/Optimizer.js";
import { eagerStep } from "./eagerStep.js";
import { stepFunction } from "./stepFunction.js";
import type { Batch, TrainingStep } from "./TrainingStep.js";

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
  const optimizer = createOptimizer([...head.variables], options);
  const step = stepFunction(head, loss, optimizer);
  const scheduled = Object.keys(loss.schedule ?? {});
  const masks = head.dropouts.length;
  const traced = (features: tf.Tensor, labels: tf.Tensor, ...rest: tf.Tensor[]) =>
    step(
      features as tf.Tensor2D,
      labels as tf.Tensor2D,
      rest.slice(0, masks) as tf.Tensor2D[],
      Object.fromEntries(scheduled.map((name, i) => [name, rest[masks + i] as tf.Scalar])),
    );
  const inputsOf = ({ features, labels, masks: drawn }: Batch) => [
    ...[features, labels, ...drawn].map(({ data }) => data),
    ...scheduled.map((name) => Float32Array.of(loss.schedule?.[name] ?? Number.NaN)), // named above
  ];
  const compileFor = async (batch: Batch): Promise<CompiledFunction | TrainingStep> => {
    const matrices = [batch.features, batch.labels, ...batch.masks];
    const examples = [
      ...matrices.map(({ rows, cols, data }) => tf.tensor2d(data, [rows, cols])),
      ...scheduled.map((name) => tf.scalar(loss.schedule?.[name] ?? Number.NaN)),
    ];
    try {
      return await compile(traced, { examples, ...(threads === undefined ? {} : { threads }) });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      onWarning(
        `"${loss.name}" is not compiled: ${error.message}; it trains operation by operation`,
      );
      return eagerStep(head, loss, options);
    } finally {
      tf.dispose(examples);
    }
  };
  let ready: Promise<CompiledFunction | TrainingStep> | undefined;
  return {
    async run(batch) {
      ready ??= compileFor(batch);
      const chosen = await ready;
      if ("run" in chosen) return chosen.run(batch);
      const [value] = await chosen(...inputsOf(batch));
      return value?.[0] ?? Number.NaN;
    },
    async sync() {
      await (await ready)?.sync?.(head.variables);
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
