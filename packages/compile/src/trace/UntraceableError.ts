/** A function that can't be compiled; it goes on working as it is. Its subclasses say why. */
export class UntraceableError extends Error {
  override readonly name: string = "UntraceableError";
}
