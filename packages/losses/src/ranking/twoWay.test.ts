import * as fc from "fast-check";
import { describe, it } from "vitest";
import { batches } from "../testing/batches.js";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itRejects } from "../testing/itRejects.js";
import { overSets } from "../testing/overSets.js";
import type { Reference } from "../testing/Rows.js";
import { transposed } from "../testing/transposed.js";
import { lsep } from "./lsep.js";
import { twoWay } from "./twoWay.js";

const ln2 = Math.log(2);
const ln3 = Math.log(3);

function twoWayReference(tp: number, tn: number): Reference {
  const sumExp = (zs: readonly number[]) => zs.reduce((total, z) => total + Math.exp(z), 0);
  const oneWay = overSets((ps, qs) =>
    Math.log1p(sumExp(qs.map((q) => q / tn)) ** tn * sumExp(ps.map((p) => -p / tp)) ** tp),
  );
  return (y, z) => oneWay(y, z) + oneWay(transposed(y), transposed(z));
}

describeLoss("two-way", {
  settings: [
    { title: "defaults", make: twoWay, reference: twoWayReference(4, 1) },
    {
      title: "temperatures 1.5 and 0.5",
      make: () => twoWay({ temperaturePos: 1.5, temperatureNeg: 0.5 }),
      reference: twoWayReference(1.5, 0.5),
    },
  ],
  // Every example and every class has one p and one q, so T·log exp(z/T) = z and the terms are log(1 + e^d) with
  // slopes ±σ(d), d = z_q − z_p. Examples: d = [ln 3, −ln 2], values [log 4, log 3/2], σ = [3/4, 1/3].
  // Classes: d = [ln 2 − 0, ln 3 − ln 4], values [log 3, log 7/4], σ = [2/3, 3/7]. Both means halve.
  byHand: {
    labels: [
      [1, 0],
      [0, 1],
    ],
    logits: [
      [0, ln3],
      [ln2, 2 * ln2],
    ],
    value: (Math.log(4) + Math.log(3 / 2) + Math.log(3) + Math.log(7 / 4)) / 2,
    gradient: [-3 / 8 - 1 / 3, 3 / 8 + 3 / 14, 1 / 6 + 1 / 3, -1 / 6 - 3 / 14],
  },
});

describe("twoWay", () => {
  it("at temperatures 1 is lsep over the classes plus lsep over the examples", () => {
    fc.assert(
      fc.property(batches(), ({ labels, logits }) => {
        const { value } = evaluate(twoWay({ temperaturePos: 1 }), { labels, logits });
        const across = { labels: transposed(labels), logits: transposed(logits) };
        const byExample = evaluate(lsep(), { labels, logits }).value;
        expectClose([value], [byExample + evaluate(lsep(), across).value]);
      }),
      { seed: 1 },
    );
  });

  it("looks only at the hardest negative and positive as the temperatures go to 0", () => {
    const cold = twoWay({ temperaturePos: 0.001, temperatureNeg: 0.001 });
    const batch = { labels: [[1, 1, 0, 0]], logits: [[2, -1, 0.5, -3]] };
    const { value, gradient } = evaluate(cold, batch);
    const slope = 1 / (1 + Math.exp(-1.5)); // of softplus(0.5 − (−1))
    expectClose([value], [Math.log1p(Math.exp(1.5))]);
    expectClose(gradient, [0, -slope, slope, 0]);
  });
});

describe("twoWay rejects", () => {
  itRejects(twoWay, [
    [
      { temperaturePos: 0 },
      RangeError,
      'twoWay: option "temperaturePos" must be a number of at least 0.001; received 0',
    ],
    [{ temperatureNeg: "1" }, TypeError, 'option "temperatureNeg" must be a number'],
    [{ temperature: 1 }, TypeError, "known options: temperaturePos, temperatureNeg"],
  ]);
});
