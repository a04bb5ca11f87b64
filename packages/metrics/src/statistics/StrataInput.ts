/** Which stratum each example belongs to: any value per example, equal values being one stratum. */
export type StrataInput = ArrayLike<number | string>;
