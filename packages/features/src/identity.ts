import { checkVectors } from "./checkVectors.js";
import type { LearningEncoder } from "./LearningEncoder.js";
import type { Vector } from "./Vector.js";

/**
 * An encoder that passes feature vectors through unchanged, as float32. `fit` learns only their length.
 *
 * @throws RangeError where a vector's length differs from the first fitted one's; Error before `fit`.
 */
export function identity(): LearningEncoder<Vector> {
  let length: number | undefined;
  const dimension = () => {
    if (length === undefined) throw new Error("identity: call fit before encode or dimension");
    return length;
  };
  return {
    id: "identity",
    get dimension() {
      return dimension();
    },
    async fit(inputs) {
      const first = inputs[0];
      if (first === undefined) throw new RangeError("identity: nothing to fit on, got no inputs");
      checkVectors(inputs, first.length);
      length = first.length;
    },
    async encode(batch) {
      checkVectors(batch, dimension());
      const rows = new Float32Array(batch.length * dimension());
      batch.forEach((vector, i) => {
        rows.set(vector, i * dimension());
      });
      return rows;
    },
    dispose() {},
  };
}
