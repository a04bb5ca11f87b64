/**
 * The x ≥ 0 with tail(x) = p, by bisection to the last digit.
 * @param tail P(X > x), continuous and falling to below p; 0 is given where it is already below p at 0
 */
export function invertTail(tail: (x: number) => number, p: number): number {
  let high = 1;
  while (tail(high) > p) high *= 2;
  let low = 0;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (tail(middle) > p) low = middle;
    else high = middle;
  }
}
