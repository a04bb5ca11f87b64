import type { Average } from "../confusion/Average.js";
import type { ZeroDivision } from "../confusion/ZeroDivision.js";

export interface ScoreOptions {
  /** How the classes or examples are averaged; default `macro`. */
  readonly average?: Average;
  /** What 0/0 counts as; default 0. */
  readonly zeroDivision?: ZeroDivision;
}
