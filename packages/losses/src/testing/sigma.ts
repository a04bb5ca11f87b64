/** σ in double precision. */
export const sigma = (x: number): number => 1 / (1 + Math.exp(-x));
