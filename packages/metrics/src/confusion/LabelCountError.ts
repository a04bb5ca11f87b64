/** How far the number of predicted labels n̂ of an example is from its number of true labels n. */
export interface LabelCountError {
  /** Mean over examples of |n̂ − n|, in [0, classes]. */
  readonly meanAbsoluteError: number;
  /** Share of examples with n̂ = n, in [0, 1]. */
  readonly exact: number;
  /** Mean over examples of n̂ − n, in [−classes, classes]; above 0 where too many labels are predicted. */
  readonly bias: number;
}
