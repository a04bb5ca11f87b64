export interface AtKOptions {
  /** How many of the highest-scored labels count, at least 1; may exceed the number of classes. */
  readonly k: number;
}
