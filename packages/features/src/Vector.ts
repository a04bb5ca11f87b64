/** An input that is a feature vector already. */
export type Vector = readonly number[] | Float32Array;
