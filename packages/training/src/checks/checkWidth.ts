import type { Features } from "../batches/RowSource.js";
import type { Head } from "../heads/Head.js";

/** @throws RangeError when the width of the features is not the head's */
export function checkWidth({ cols }: Features, head: Head): void {
  if (cols !== head.inputs) {
    throw new RangeError(`the features have ${cols} columns, the head takes ${head.inputs}`);
  }
}
