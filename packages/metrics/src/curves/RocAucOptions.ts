import type { Averaging } from "../confusion/Average.js";
import type { CurveOptions } from "./CurveOptions.js";
import type { WhenUndefined } from "./WhenUndefined.js";

export interface RocAucOptions<A extends Averaging = Averaging> extends CurveOptions<A> {
  /**
   * What happens to classes (with `samples`: examples) whose labels are all true or all false: `error` (default), as in
   * scikit-learn, or `skip`, which leaves them out of the mean and gives them NaN with `none`.
   */
  readonly whenUndefined?: WhenUndefined;
}
