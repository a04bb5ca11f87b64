import { UntraceableError } from "./UntraceableError.js";

/** A function that does not do the same each time, so that its trace would freeze what changes. */
export class ImpureFunctionError extends UntraceableError {
  override readonly name = "ImpureFunctionError";

  constructor() {
    super(
      "the function computes something else each time it is called: it draws random numbers (tf.dropout, " +
        "tf.randomNormal, …) or reads a counter or clock. Draw outside and pass the result as an input",
    );
  }
}
