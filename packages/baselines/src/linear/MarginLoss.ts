/** A convex loss of a margin m = y z, where y is −1 or 1 and z the decision value. */
export interface MarginLoss {
  value(margin: number): number;
  /** First derivative. */
  slope(margin: number): number;
  /** Second derivative; of a piecewise quadratic loss that of the piece. */
  curvature(margin: number): number;
}
