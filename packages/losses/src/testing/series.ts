/** Numbers in (0, 1) that look random, and are the same in every language with double precision. */
export function logisticMap(length: number, start: number): number[] {
  let x = start;
  return Array.from({ length }, () => {
    x = 3.9 * x * (1 - x);
    return x;
  });
}

/** y_t = φ·y_{t−1} + x_t − 1/2. */
export function filtered(phi: number, values: readonly number[]): number[] {
  let y = 0;
  return values.map((x) => {
    y = phi * y + x - 0.5;
    return y;
  });
}
