import { describe, expect, it } from "vitest";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itTakesNoOptions } from "../testing/itTakesNoOptions.js";
import { overSets } from "../testing/overSets.js";
import { lsep } from "./lsep.js";

const ln2 = Math.log(2);
const ln3 = Math.log(3);

describeLoss("lsep", {
  settings: [
    {
      title: "defaults",
      make: lsep,
      reference: overSets((ps, qs) =>
        Math.log1p(ps.flatMap((p) => qs.map((q) => Math.exp(q - p))).reduce((a, b) => a + b, 0)),
      ),
    },
  ],
  // One pair per example, so log(1 + e^d) with d = z_q − z_p = [ln 3 − 0, ln 2 − ln 4] = [ln 3, −ln 2]:
  // the values are [log 4, log 3/2], the slopes σ(d) = [3/4, 1/3] at q and −σ(d) at p; the mean over 2 halves both.
  byHand: {
    labels: [
      [1, 0],
      [0, 1],
    ],
    logits: [
      [0, ln3],
      [ln2, 2 * ln2],
    ],
    value: (Math.log(4) + Math.log(3 / 2)) / 2,
    gradient: [-3 / 8, 3 / 8, 1 / 6, -1 / 6],
  },
});

describe("lsep", () => {
  it("is 0 for an example without positives or without negatives, which counts in the mean", () => {
    const one = { labels: [[1, 0]], logits: [[-1, 2]] };
    const among = {
      labels: [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
      logits: [
        [3, -1],
        [-1, 2],
        [0, -4],
      ],
    };
    expectClose([3 * evaluate(lsep(), among).value], [evaluate(lsep(), one).value]);
    const { gradient } = evaluate(lsep(), among);
    expect(gradient.map((slope) => slope !== 0)).toEqual([false, false, true, true, false, false]);
  });

  it("is linear with slope 1 where the order is wrong by 2·10⁴", () => {
    const { value, gradient } = evaluate(lsep(), { labels: [[1, 0]], logits: [[-1e4, 1e4]] });
    expect(value).toBe(2e4);
    expect(gradient).toEqual([-1, 1]);
  });

  itTakesNoOptions(lsep);
});
