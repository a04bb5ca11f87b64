import type { Finding } from "./Check.js";

/** Counts faults and keeps the first. */
export class Faults {
  #count = 0;
  #first = "";

  add(fault: string): void {
    if (this.#count === 0) this.#first = fault;
    this.#count++;
  }

  /** @param fine what to say where there is no fault */
  finding(fine: string): Finding {
    if (this.#count === 0) return { passed: true, detail: fine };
    const more = this.#count === 1 ? "" : ` (and ${this.#count - 1} more)`;
    return { passed: false, detail: `${this.#first}${more}` };
  }
}
