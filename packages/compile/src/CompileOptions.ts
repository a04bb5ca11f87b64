import type * as tf from "@tensorflow/tfjs-core";
import type { InferenceSession } from "onnxruntime-node";

/** How a function is compiled. */
export interface CompileOptions {
  /** Arguments of the kind that will be passed: shapes and types count, values only for finding the state. */
  readonly examples: readonly tf.Tensor[];
  /** Variables that other code may change between runs; those that the function assigns are found by themselves. */
  readonly state?: readonly tf.Variable[];
  /** ONNX Runtime's execution providers, best first, each of which must be available; default `["cpu"]`. */
  readonly executionProviders?: InferenceSession.SessionOptions["executionProviders"];
  /** Threads of one operation; default ONNX Runtime's choice, one per physical core. */
  readonly threads?: number;
}
