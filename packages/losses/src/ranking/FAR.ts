/**
 * Taken from an entry that is not to count, as a mask under max, exp and sort: beyond any logit, and far enough
 * from float32's largest number that sums and differences of a few stay finite.
 */
export const FAR = 1e30;
