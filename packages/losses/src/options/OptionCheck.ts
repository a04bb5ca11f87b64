/** What an option takes: a value of the wrong type is a TypeError, one out of range a RangeError. */
export interface OptionCheck {
  /** Completes "must be …". */
  readonly expected: string;
  hasType(value: unknown): boolean;
  /** Asked only about values of the right type. */
  inRange(value: never): boolean;
}
