/** Whether a value is above another by more than the rounding of running sums, so that ties stay ties. */
export function isAbove(value: number, other: number): boolean {
  return value > other + 1e-12;
}
