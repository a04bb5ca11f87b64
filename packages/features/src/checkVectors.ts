import type { Vector } from "./Vector.js";

/** Throws unless every input is a vector of `dimension` numbers. */
export function checkVectors(inputs: readonly Vector[], dimension: number): void {
  inputs.forEach((input, i) => {
    if (!Array.isArray(input) && !(input instanceof Float32Array)) {
      throw new TypeError(`input ${i} is a ${typeof input}; expected an array of numbers`);
    }
    if (input.length !== dimension) {
      throw new RangeError(`input ${i} has ${input.length} values; expected ${dimension}`);
    }
    const column = input.findIndex((value) => typeof value !== "number");
    if (column >= 0) {
      throw new TypeError(`input ${i} has a ${typeof input[column]} in column ${column}`);
    }
  });
}
