import type { Confusion } from "./Confusion.js";
import type { CountRatio } from "./countRatios.js";
import type { ZeroDivision } from "./ZeroDivision.js";

/** The running mean of a ratio over examples, for both meanings of 0/0 at once. */
export class ExampleMean {
  readonly #ratio: CountRatio;
  #sum = 0;
  #undefined = 0;
  #examples = 0;

  constructor(ratio: CountRatio) {
    this.#ratio = ratio;
  }

  /** Takes in one example's confusion counts. */
  add(counts: Confusion): void {
    const denominator = this.#ratio.denominator(counts);
    if (denominator === 0) this.#undefined++;
    else this.#sum += this.#ratio.numerator(counts) / denominator;
    this.#examples++;
  }

  merge(other: ExampleMean): void {
    this.#sum += other.#sum;
    this.#undefined += other.#undefined;
    this.#examples += other.#examples;
  }

  mean(zeroDivision: ZeroDivision): number {
    return (this.#sum + zeroDivision * this.#undefined) / this.#examples;
  }
}
