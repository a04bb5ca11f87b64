import * as tf from "@tensorflow/tfjs-core";
import { asTensors } from "../trace/asTensors.js";
import type { TensorFunction } from "../trace/traceFunction.js";

/**
 * Runs a function once, eagerly, to see which variables it assigns or creates (optimisers create their
 * moments in the first step), and puts everything back: assigned variables to their values, new ones to those that
 * they were made with.
 */
export async function discoverState(
  fn: TensorFunction,
  inputs: readonly tf.Tensor[],
): Promise<tf.Variable[]> {
  try {
    return runOnce(fn, inputs);
  } catch (error) {
    const backend = tf.getBackend();
    const lacking = `${error}`.includes(`not registered for backend '${backend}'`);
    // The cpu backend has every kernel, such as the gradients of convolutions that wasm lacks.
    if (!lacking || backend === "cpu" || tf.findBackendFactory("cpu") === null) throw error;
    await tf.setBackend("cpu");
    try {
      return runOnce(fn, inputs);
    } finally {
      await tf.setBackend(backend);
    }
  }
}

function runOnce(fn: TensorFunction, inputs: readonly tf.Tensor[]): tf.Variable[] {
  const before = new Map<tf.Variable, tf.Tensor>();
  const remember = (variable: tf.Variable) => {
    if (!before.has(variable)) before.set(variable, tf.keep(tf.clone(variable)));
  };
  const engine = tf.engine();
  const { assign } = tf.Variable.prototype;
  const makeVariable = engine.makeVariable;
  tf.Variable.prototype.assign = function (value) {
    remember(this);
    assign.call(this, value);
  };
  engine.makeVariable = (...made) => {
    const variable = makeVariable.apply(engine, made);
    remember(variable);
    return variable;
  };
  try {
    tf.tidy(() => {
      asTensors(fn(...inputs));
    });
  } finally {
    tf.Variable.prototype.assign = assign;
    engine.makeVariable = makeVariable;
    for (const [variable, value] of before) {
      variable.assign(value);
      value.dispose();
    }
  }
  return [...before.keys()];
}
