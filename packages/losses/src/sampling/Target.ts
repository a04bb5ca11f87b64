import type { Tensor2D } from "@tensorflow/tfjs-core";

/** A log density up to a constant, [1, chains], and its gradient by the position, [parameters, chains]. */
export type Density = { readonly value: Tensor2D; readonly gradient: Tensor2D };

/** What is sampled: the density at positions [parameters, chains], one column for each independent chain. */
export type Target = (position: Tensor2D) => Density;
