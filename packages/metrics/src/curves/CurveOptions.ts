import type { Averaging } from "../confusion/Average.js";

export interface CurveOptions<A extends Averaging = Averaging> {
  /** How the classes or examples are averaged, or `none` for one score per class; default `macro`. */
  readonly average?: A;
}
