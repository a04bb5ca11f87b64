import type { Attribute, Graph, GraphNode } from "./Graph.js";
import { TYPED_ARRAYS } from "./typedArrays.js";
import type { Value, ValueData, ValueType } from "./Value.js";

/** What a node gives: shape and type of an output. */
export type Result = Pick<Value, "shape" | "type">;

/**
 * Collects the nodes of a graph. A node that stands there already is not added again, so that equal
 * computations are done once.
 */
export class GraphBuilder {
  readonly #inputs: Value[] = [];
  readonly #constants = new Map<string, Value>();
  readonly #nodes: GraphNode[] = [];
  readonly #known = new Map<string, readonly Value[]>();
  #count = 0;

  /** Adds an input. */
  input(shape: readonly number[], type: ValueType): Value {
    const value = { name: this.#name("in"), shape: [...shape], type };
    this.#inputs.push(value);
    return value;
  }

  /** A constant; equal small constants are one. The data is not copied. */
  constant(data: ValueData, shape: readonly number[], type: ValueType): Value {
    const key = data.length <= 64 ? `${type}[${shape}]${entries(data)}` : undefined;
    const known = key === undefined ? undefined : this.#constants.get(key);
    if (known !== undefined) return known;
    const value = { name: this.#name("c"), shape: [...shape], type, data };
    this.#constants.set(key ?? value.name, value);
    return value;
  }

  /** A constant of one entry, of shape []. */
  scalar(value: number, type: "float32" | "int32" | "bool" = "float32"): Value {
    return this.constant(TYPED_ARRAYS[type].of(value), [], type);
  }

  /** A list of whole numbers for an operation that takes shapes, axes or positions. */
  int64(values: readonly number[]): Value {
    return this.constant(BigInt64Array.from(values, BigInt), [values.length], "int64");
  }

  /** Adds an operation with one output; an undefined input is an optional one left out. */
  node(
    op: string,
    inputs: readonly (Value | undefined)[],
    result: Result,
    attributes: Readonly<Record<string, Attribute>> = {},
  ): Value {
    return this.nodes(op, inputs, [result], attributes)[0]!; // one result, one value
  }

  /** Adds an operation with several outputs. */
  nodes(
    op: string,
    inputs: readonly (Value | undefined)[],
    results: readonly Result[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ): readonly Value[] {
    const names = inputs.map((input) => input?.name ?? "");
    const types = results.map(({ type }) => type);
    const key = JSON.stringify([op, names, attributes, types], (_, x) =>
      // JSON has no NaN or infinity.
      typeof x === "number" && !Number.isFinite(x) ? String(x) : x,
    );
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const values = results.map(({ shape, type }) => ({
      name: this.#name("v"),
      shape: [...shape],
      type,
    }));
    const outputs = values.map(({ name }) => name);
    this.#nodes.push({ op, inputs: names, outputs, attributes });
    this.#known.set(key, values);
    return values;
  }

  /** The graph that computes `results`, without what they don't need. */
  build(results: readonly Value[]): Graph {
    const computed = new Set(this.#nodes.flatMap((node) => node.outputs));
    // ONNX names each output once, and lets none be an input or a constant.
    const outputs = results.map((value, i) => {
      const isFirst = results.findIndex(({ name }) => name === value.name) === i;
      return isFirst && computed.has(value.name) ? value : this.#copy(value);
    });
    const needed = new Set(outputs.map(({ name }) => name));
    const nodes: GraphNode[] = [];
    for (const node of [...this.#nodes].reverse()) {
      if (!node.outputs.some((name) => needed.has(name))) continue;
      for (const name of node.inputs) needed.add(name);
      nodes.push(node);
    }
    return {
      inputs: this.#inputs,
      outputs,
      constants: [...this.#constants.values()].filter(({ name }) => needed.has(name)),
      nodes: nodes.reverse(),
    };
  }

  #copy({ name, shape, type }: Value): Value {
    const copy = { name: this.#name("v"), shape, type };
    const node = {
      op: "Identity",
      inputs: [name],
      outputs: [copy.name],
      attributes: {},
    };
    this.#nodes.push(node);
    return copy;
  }

  #name(prefix: string): string {
    return `${prefix}${this.#count++}`;
  }
}

/** The entries as text; `join` alone does not tell −0 from 0. */
const entries = (data: ValueData) =>
  Array.from<number | bigint>(data)
    .map((x) => (Object.is(x, -0) ? "-0" : String(x)))
    .join();
