import { countWithin, sumWithin } from "../checks/NumberKind.js";
import type { JsonFields } from "../json/JsonFields.js";
import type { ZeroDivision } from "./ZeroDivision.js";

/** The sum of the examples' scores, and the number of examples where the score is 0/0. */
export interface ExampleMeanJson {
  readonly sum: number;
  readonly undefined: number;
}

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

  toJSON(): ExampleMeanJson {
    return { sum: this.#sum, undefined: this.#undefined };
  }

  /** Takes in what `toJSON` gave of a mean over so many examples with so many true positives, without which a score is 0. */
  mergeJson(fields: JsonFields, examples: number, hits: number): void {
    const without = fields.number("undefined", countWithin(0, examples));
    this.#undefined += without;
    this.#sum += fields.number("sum", sumWithin(0, Math.min(examples - without, hits)));
    this.#examples += examples;
  }
}
