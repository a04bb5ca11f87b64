/** The seeds of one loss at one x. */
export interface Band {
  readonly x: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}
