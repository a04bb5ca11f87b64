/** A convex function of a vector, whose gradient and curvature are taken where it was evaluated last. */
export interface ConvexObjective {
  /** Entries of the vector. */
  readonly size: number;
  evaluate(point: Float64Array): number;
  /** The gradient at the point evaluated last. */
  gradient(): Float64Array;
  /** The (generalised) Hessian there, times `direction`. */
  curvature(direction: Float64Array): Float64Array;
  /** The diagonal of that Hessian. */
  diagonal(): Float64Array;
}
