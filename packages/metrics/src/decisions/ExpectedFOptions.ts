import type { ZeroDivision } from "../confusion/ZeroDivision.js";

export interface ExpectedFOptions {
  /** How many times as much recall matters as precision: the β of Fβ, a finite number > 0; default 1. */
  readonly beta?: number;
  /** The Fβ of predicting nothing when nothing is true; default 0. */
  readonly zeroDivision?: ZeroDivision;
}
