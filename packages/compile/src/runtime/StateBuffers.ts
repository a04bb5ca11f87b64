import * as tf from "@tensorflow/tfjs-core";
import type { Tensor } from "onnxruntime-node";
import type { TypedArray } from "./TypedArray.js";
import { toOrtTensor } from "./toOrtTensor.js";

/** The state of a compiled function between its runs: for each variable the values it has, and room for its next ones. */
export class StateBuffers {
  readonly #variables: readonly tf.Variable[];
  #now: Tensor[] = [];
  #next: Tensor[] = [];

  constructor(variables: readonly tf.Variable[]) {
    this.#variables = variables;
  }

  /** Takes the values of the tfjs variables. */
  async load(): Promise<void> {
    const values = await Promise.all(this.#variables.map((variable) => variable.data()));
    // Copies: a backend may hand out its own memory.
    const copies = () =>
      this.#variables.map((variable, i) =>
        toOrtTensor((values[i] as TypedArray).slice(), variable),
      );
    this.#now = copies();
    this.#next = copies();
  }

  /** Gives these tfjs variables the values. */
  sync(chosen: readonly tf.Variable[]): void {
    for (const variable of chosen) {
      const tensor = this.#now[this.#variables.indexOf(variable)];
      if (tensor === undefined) continue; // not of the state: nothing but tfjs changes it
      const value = tf.tensor((tensor.data as TypedArray).slice(), variable.shape, variable.dtype);
      variable.assign(value);
      value.dispose();
    }
  }

  /** The values as they are. */
  get now(): readonly Tensor[] {
    return this.#now;
  }

  /** Room for the next values; `swap` makes them the present ones. */
  get next(): readonly Tensor[] {
    return this.#next;
  }

  /** After a run: what was written into `next` at these positions holds from now on. */
  swap(positions: readonly number[]): void {
    for (const i of positions) {
      [this.#now[i], this.#next[i]] = [this.#next[i]!, this.#now[i]!]; // positions of variables
    }
  }
}
