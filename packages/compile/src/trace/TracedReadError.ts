import { UntraceableError } from "./UntraceableError.js";

/** A traced function asked for the numbers of a tensor, which it has not got until the graph runs. */
export class TracedReadError extends UntraceableError {
  override readonly name = "TracedReadError";

  constructor() {
    super(
      "the function reads a tensor's values (dataSync, arraySync, print, a JavaScript condition …), " +
        "which a traced tensor has not got: compute with tensors instead, as in tf.where",
    );
  }
}
