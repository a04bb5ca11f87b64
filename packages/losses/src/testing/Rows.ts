/** A matrix as a test writes it. */
export type Rows = readonly (readonly number[])[];

/** A batch: labels and logits of the same shape. */
export interface Batch {
  readonly labels: Rows;
  readonly logits: Rows;
}

/** A loss in double precision, straight from its formula. */
export type Reference = (labels: Rows, logits: Rows) => number;
