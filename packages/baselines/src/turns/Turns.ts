import type { WorkOptions } from "./WorkOptions.js";

/** Milliseconds for which a computation keeps the event loop to itself. */
const LONGEST = 50;

/** The turns of a long computation on the event loop: between its steps it gives others theirs, and sees whether it is to stop. */
export class Turns {
  readonly #signal: AbortSignal | undefined;
  #start = performance.now();

  /** @throws the signal's reason where it is aborted already */
  constructor({ signal }: WorkOptions = {}) {
    signal?.throwIfAborted();
    this.#signal = signal;
  }

  /** Whether this turn has been long enough. Asked between steps, so that short work awaits nothing. */
  get over(): boolean {
    return performance.now() - this.#start >= LONGEST;
  }

  /**
   * Waits until timers, messages and other work have had their turn.
   * @throws the signal's reason where it is aborted
   */
  async next(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.#signal?.throwIfAborted();
    this.#start = performance.now();
  }
}
