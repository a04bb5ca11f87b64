/**
 * Whether an expected score is above another by more than rounding, so that ties stay ties. Unlike `isAbove` it is relative:
 * every score that is not 0 exceeds 0, however unlikely the labels.
 */
export function exceeds(value: number, other: number): boolean {
  return value > other * (1 + 1e-12);
}
