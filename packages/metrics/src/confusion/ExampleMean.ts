import type { ZeroDivision } from "./ZeroDivision.js";

/** The running mean of a score over examples, for both meanings of 0/0 at once. */
export class ExampleMean {
  #sum = 0;
  #undefined = 0;
  #examples = 0;

  /** Takes in one example's score; NaN is 0/0. */
  add(score: number): void {
    if (Number.isNaN(score)) this.#undefined++;
    else this.#sum += score;
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
