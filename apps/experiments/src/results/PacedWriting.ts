/** Milliseconds between two writings at least, and as a multiple of what the last one took. */
const PAUSE = { least: 1000, times: 50 };

/** Writes what changes often, but seldom, so that many short runs cost little; one writing after the other. */
export class PacedWriting {
  #due = 0;
  #last: Promise<void> = Promise.resolve();

  /** Calls `write`; with `now` false only where that was long ago. */
  write(write: () => Promise<void>, now: boolean): Promise<void> {
    const turn = this.#last.then(async () => {
      const start = Date.now();
      if (!now && start < this.#due) return;
      await write();
      this.#due = Date.now() + Math.max(PAUSE.least, PAUSE.times * (Date.now() - start));
    });
    this.#last = turn.catch(() => {});
    return turn;
  }
}
