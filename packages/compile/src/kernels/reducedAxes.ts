import * as tf from "@tensorflow/tfjs-core";
import type { Value } from "../graph/Value.js";

/** Which axes a reduction takes, and the shapes it leaves. */
export interface ReducedAxes {
  /** From 0 on, ascending. */
  readonly axes: readonly number[];
  /** Shape of the result. */
  readonly shape: readonly number[];
  /** Shape with the reduced axes kept, of length 1. */
  readonly kept: readonly number[];
  /** Number of entries that one of the result comes from. */
  readonly count: number;
}

/** Reads the axes as tfjs gives them: one or several, negative ones from the end; all where there are none. */
export function reducedAxes(x: Value, axis: unknown, keepDims: unknown): ReducedAxes {
  const axes = tf.util
    .parseAxisParam(axis as number | number[], [...x.shape])
    .sort((first, second) => first - second);
  const kept = x.shape.map((length, i) => (axes.includes(i) ? 1 : length));
  const shape = keepDims === true ? kept : x.shape.filter((_, i) => !axes.includes(i));
  const count = axes.reduce((product, i) => product * x.shape[i]!, 1); // axes of x
  return { axes, shape, kept, count };
}
