import type { OptionChecks } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import { oneOf } from "../options/oneOf.js";
import { perClass } from "../options/perClass.js";
import type { ScaledSigmoidOptions } from "./ScaledSigmoidOptions.js";

export const scaledSigmoidChecks: OptionChecks<ScaledSigmoidOptions> = {
  beta: perClass(numberThat("a number above 0", (beta) => beta > 0)),
  eta: perClass(numberThat("a finite number")),
  on: oneOf("logits", "probabilities"),
};
