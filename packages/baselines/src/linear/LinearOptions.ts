/** Options of what is linear in the features. */
export interface LinearOptions {
  /** Weight of the examples' losses against the penalty ½‖w‖²; default 1. */
  readonly C?: number;
  /** Share of the gradient's norm at w = 0 that may be left at the end, above 0; default 1e-4. */
  readonly tolerance?: number;
}
