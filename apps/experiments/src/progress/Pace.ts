/** Milliseconds that a rate is taken over. */
const WINDOW = 20_000;

/** How fast a stage goes on, by its last 20 s: what was there from the start, or a stop, does not count for long. */
export class Pace {
  #marks: { readonly time: number; readonly done: number }[] = [];

  /** @param now the time in milliseconds */
  constructor(private readonly now: () => number) {}

  /** Notes how much is done; how much is done a second and the seconds left, where two times are known. */
  mark(done: number, total: number): { rate: number; secondsLeft: number } | undefined {
    const time = this.now();
    const marks = this.#marks.filter((mark) => time - mark.time <= WINDOW);
    const [first = this.#marks.at(-1)] = marks; // after a long wait, the last before it
    this.#marks = [...(marks.length > 0 ? marks : this.#marks.slice(-1)), { time, done }];
    if (first === undefined || time <= first.time || done <= first.done) return undefined;
    const rate = (1000 * (done - first.done)) / (time - first.time);
    return { rate, secondsLeft: (total - done) / rate };
  }
}
