import type { EngineName } from "./EngineName.js";

/** An engine that does not work here. */
export class EngineError extends Error {
  override readonly name = "EngineError";

  /**
   * @param engine the engine asked for
   * @param reason why it does not work, for example a package that is not installed
   * @param remedy what to do to get it
   */
  constructor(
    readonly engine: EngineName,
    readonly reason: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(`The engine "${engine}" does not work here: ${reason}. ${remedy}`, options);
  }
}
