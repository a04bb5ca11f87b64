import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";

/** One call of a tfjs kernel while it is traced. */
export interface KernelCall {
  readonly graph: GraphBuilder;
  /** The kernel's inputs by tfjs's names; of a kernel that takes a list, by position. */
  readonly inputs: Readonly<Record<string, Value>>;
  /** The kernel's attributes as tfjs gives them. */
  readonly attrs: Readonly<Record<string, unknown>>;
}

/** Writes a tfjs kernel as ONNX operations; gives its output, or its outputs in tfjs's order. */
export type Lowering = (call: KernelCall) => Value | readonly Value[];

/** Lowerings by the name of their kernel. */
export type Lowerings = Readonly<Record<string, Lowering>>;
