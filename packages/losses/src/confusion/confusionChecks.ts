import type { OptionChecks } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import { oneOf } from "../options/oneOf.js";
import type { ConfusionOptions } from "./ConfusionOptions.js";

export const confusionChecks: OptionChecks<ConfusionOptions> = {
  average: oneOf("macro", "micro", "samples"),
  smooth: numberThat("a number of at least 0", (k) => k >= 0),
  epsilon: numberThat("a number of at least 1e-30", (epsilon) => epsilon >= 1e-30),
};
