import type { OptionChecks } from "../options/checkOptions.js";
import { oneOf } from "../options/oneOf.js";
import type { ElementwiseOptions } from "./ElementwiseOptions.js";

const reduction = oneOf("mean", "sum");

export const elementwiseChecks: OptionChecks<ElementwiseOptions> = {
  reduction: {
    ...reduction,
    expected: `${reduction.expected} (unreduced terms: loss.elements(yTrue, yPred))`,
  },
};
