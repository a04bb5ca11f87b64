/** One axis of a product: a dotted path of a loss entry and its values. */
export interface GridAxis {
  readonly path: string;
  readonly values: readonly unknown[];
  /** Where the file has it, and each of its values. */
  readonly place: readonly PropertyKey[];
  readonly places: readonly (readonly PropertyKey[])[];
}
