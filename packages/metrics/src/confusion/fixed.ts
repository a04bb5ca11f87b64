/**
 * A number ≥ 0 in fixed notation, rounded half to even as Python does: `toFixed` rounds the 0.125 that is exactly between
 * 0.12 and 0.13 up.
 */
export function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  // Only a multiple of 2^-(digits + 1) can lie exactly between two numbers of so many digits, and only an odd one does.
  const halves = value * 2 ** (digits + 1);
  const isTie = Number.isInteger(halves) && halves % 2 === 1;
  // toFixed took the upper neighbour of a tie.
  return isTie && "13579".includes(text.slice(-1)) ? below(value).toFixed(digits) : text;
}

/** Slightly less than a number > 0. */
function below(value: number): number {
  return value * (1 - Number.EPSILON);
}
