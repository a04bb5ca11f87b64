import { alternatives } from "./Alternative.js";

/** @throws RangeError when there is no alternative of that name */
export function checkAlternative(alternative: string): void {
  if (alternatives.some((known) => known === alternative)) return;
  throw new RangeError(
    `alternative is "${alternative}"; expected one of ${alternatives.join(", ")}`,
  );
}
