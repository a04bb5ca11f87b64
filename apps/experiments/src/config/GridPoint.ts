/** Dotted path of a loss entry → value; `null` for an option that the file leaves to the loss. */
export type GridValues = Readonly<Record<string, unknown>>;

/** Where a variant of a loss lies in the grid of its experiment. */
export interface GridPoint {
  /** Name of the loss that the grid multiplies. */
  readonly base: string;
  /** This variant's value on every axis of the grid. */
  readonly grid: GridValues;
  /** What the file says without its grid, on every axis. */
  readonly fileValues: GridValues;
}
