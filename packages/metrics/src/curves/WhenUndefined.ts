/** What happens where a score is undefined: `error` throws a RangeError that names the place, `skip` leaves it out. */
export type WhenUndefined = (typeof whenUndefinedValues)[number];

export const whenUndefinedValues = ["error", "skip"] as const;
