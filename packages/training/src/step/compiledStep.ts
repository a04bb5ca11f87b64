import {
  type CompiledFunction,
  type CompileOptions,
  compile,
  UntraceableError,
} from "@sigf1/compile";
import type { LossInputs, MultilabelLoss } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import type { Head } from "../heads/Head.js";
import { createOptimizer } from "../optimizers/createOptimizer.js";
import type { OptimizerOptions } from "../optimizers/Optimizer.js";
import { lossInputs } from "./lossInputs.js";
import { stepFunction } from "./stepFunction.js";
import type { Batch, TrainingStep } from "./TrainingStep.js";
import { trainableVariables } from "./trainableVariables.js";

/** `threads` and `executionProviders` are those of `compile`. */
export interface CompiledStepOptions
  extends Pick<CompileOptions, "threads" | "executionProviders"> {
  /** Told once where the step can't be compiled and goes on operation by operation; default `console.warn`. */
  readonly onWarning?: (message: string) => void;
}

/**
 * The training step traced to a graph that ONNX Runtime runs: the numbers of `eagerStep`, several times as fast.
 * It is compiled at the first batch, and once more for each other number of rows. Where it can't be compiled, it
 * computes as `eagerStep` does from there on.
 */
export function compiledStep(
  head: Head,
  loss: MultilabelLoss,
  options: OptimizerOptions,
  { onWarning = console.warn, ...compileOptions }: CompiledStepOptions = {},
): TrainingStep {
  const optimizer = createOptimizer(trainableVariables(head, loss), options);
  const step = stepFunction(head, loss, optimizer);
  const masks = head.dropouts.length;
  const compileFor = (tensors: readonly tf.Tensor2D[], inputs: LossInputs) => {
    const names = Object.keys(inputs);
    const traced = (features: tf.Tensor, labels: tf.Tensor, ...rest: tf.Tensor[]) =>
      step(
        features as tf.Tensor2D,
        labels as tf.Tensor2D,
        rest.slice(0, masks) as tf.Tensor2D[],
        Object.fromEntries(names.map((name, i) => [name, rest[masks + i]!])), // one for each
      );
    return compile(traced, { ...compileOptions, examples: [...tensors, ...Object.values(inputs)] });
  };
  let compiled: CompiledFunction | undefined;
  let refused = false;
  const runCompiled = async (batch: Batch, inputs: LossInputs): Promise<number> => {
    const matrices = [batch.features, batch.labels, ...batch.masks];
    if (compiled === undefined) {
      const tensors = matrices.map(toTensor);
      try {
        compiled = await compileFor(tensors, inputs);
      } finally {
        tf.dispose(tensors);
      }
    }
    const data = [...matrices.map((matrix) => matrix.data), ...Object.values(inputs)];
    const [value] = await compiled(...data);
    return value?.[0] ?? Number.NaN;
  };
  const giveUp = async (reason: string) => {
    onWarning(`"${loss.name}" is not compiled: ${reason}; it trains operation by operation`);
    refused = true;
    await compiled?.sync();
    await compiled?.dispose();
    compiled = undefined;
  };
  return {
    variables: optimizer.variables,
    async run(batch) {
      const inputs = lossInputs(loss, batch.labels.rows, batch.labels.cols);
      try {
        if (!refused) {
          try {
            return await runCompiled(batch, inputs);
          } catch (error) {
            if (!(error instanceof UntraceableError)) throw error;
            await giveUp(error.message);
          }
        }
        const { features, labels, masks: drawn } = batch;
        return tf.tidy(() =>
          step(toTensor(features), toTensor(labels), drawn.map(toTensor), inputs),
        );
      } finally {
        tf.dispose(Object.values(inputs));
      }
    },
    sync: async (variables) => compiled?.sync(variables),
    async dispose() {
      await compiled?.dispose();
      optimizer.dispose();
    },
  };
}

const toTensor = ({ rows, cols, data }: Batch["features"]) => tf.tensor2d(data, [rows, cols]);
