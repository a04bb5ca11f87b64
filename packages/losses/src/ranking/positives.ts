import { cast, greater, type Tensor } from "@tensorflow/tfjs-core";

/** 1 where the label is above 0.5 (the set P), 0 elsewhere (the set Q). */
export function positives(labels: Tensor): Tensor {
  return cast(greater(labels, 0.5), "float32");
}
