import { numberThat } from "./numberThat.js";

/** Takes a seed of 32 bits: what generators are seeded with by arithmetic on it then is an exact integer. */
export const seedCheck = numberThat(
  "an integer in [0, 2³² − 1]",
  (n) => Number.isInteger(n) && n >= 0 && n < 2 ** 32,
);
