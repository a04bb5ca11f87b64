import { numberThat } from "./numberThat.js";
import type { OptionCheck } from "./OptionCheck.js";

/** Takes an integer of at least `least`. */
export const integerFrom = (least: number): OptionCheck =>
  numberThat(`an integer of at least ${least}`, (n) => Number.isInteger(n) && n >= least);
