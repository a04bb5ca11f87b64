import type { Average, Averaging } from "../confusion/Average.js";
import type { ZeroDivision } from "../confusion/ZeroDivision.js";

export interface ScoreOptions<A extends Averaging = Average> {
  /** How the classes or examples are averaged; default `macro`. `none` gives an array of one score per class. */
  readonly average?: A;
  /** What 0/0 counts as; default 0. */
  readonly zeroDivision?: ZeroDivision;
}
