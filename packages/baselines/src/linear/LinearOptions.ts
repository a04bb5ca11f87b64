/** Options of what is linear in the features. */
export interface LinearOptions {
  /** Weight of the examples' losses against the penalty ½‖w‖²; default 1. */
  readonly C?: number;
}
