import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoredLabels } from "../matrices.test.support.js";
import { count } from "./count.js";
import { decisionByName } from "./decisionByName.js";
import { decisionFromJson } from "./decisionFromJson.js";
import { decisionNames } from "./decisionNames.js";
import { gfm } from "./gfm.js";
import { rowSums } from "./rowSums.js";
import { tunedPerClass } from "./tunedPerClass.js";

const rules = [
  ...decisionNames.map((name) => ({ rule: decisionByName(name), counted: false })),
  { rule: decisionByName("threshold-0.3"), counted: false },
  { rule: tunedPerClass({ metric: "mcc" }), counted: false },
  { rule: tunedPerClass({ metric: { fbeta: 2 } }), counted: false },
  { rule: gfm({ calibration: "none", beta: 2, zeroDivision: 1 }), counted: false },
  { rule: count({ calibration: "linear" }), counted: true },
  { rule: count(), counted: true },
];

describe("decisionFromJson", () => {
  it("gives back every rule's decision, with equal decisions and equal JSON", () => {
    fc.assert(
      fc.property(scoredLabels, ({ yTrue, yScore }) => {
        // Scores that the rule has not seen.
        const others = { ...yScore, data: yScore.data.map((score) => (score + 0.3) % 1) };
        const counts = Float64Array.from(rowSums(yTrue), (n, i) => n + (i % 3) / 2);
        for (const { rule, counted } of rules) {
          const given = counted ? counts : undefined;
          const decision = rule.fit(yScore, yTrue, given);
          const json = JSON.stringify(decision);
          for (const restored of [decisionFromJson(json), decisionFromJson(JSON.parse(json))]) {
            expect(restored.rule).toBe(rule.name);
            expect(JSON.stringify(restored)).toBe(json);
            expect(restored.decide(yScore, given)).toEqual(decision.decide(yScore, given));
            expect(restored.decide(others, given)).toEqual(decision.decide(others, given));
          }
        }
      }),
    );
  });

  it.each([
    ["[", "JSON"],
    ["null", "the decision is null; expected an object"],
    ["{}", "rule is undefined; expected the name of a rule"],
    ["[]", "the decision is []; expected an object"],
    [
      '{"rule":"gmf"}',
      'no decision rule "gmf"; expected one of threshold-0.5, threshold-0.05, tuned-global',
    ],
    ['{"rule":"foo","threshold":0.5}', 'no decision rule "foo"'],
    ['{"rule":"threshold-0.5"}', "threshold is undefined; expected a number in [0, 1]"],
    ['{"rule":"threshold-0.5","threshold":0.7}', "threshold is 0.7; expected 0.5"],
    ['{"rule":"tuned-global","threshold":7}', "threshold is 7; expected a number in [0, 1]"],
    ['{"rule":"tuned-global","threshold":0.5}', "classes is undefined"],
    ['{"rule":"tuned-per-class","threshold":0.5}', "threshold is 0.5; expected an array"],
    ['{"rule":"tuned-per-class","threshold":[]}', "threshold is []; expected a threshold for each"],
    ['{"rule":"tuned-per-class","threshold":[0.5,null]}', "threshold[1] is null"],
    ['{"rule":"prevalence-matching","threshold":[1.1]}', "threshold[0] is 1.1; expected a number"],
    ['{"rule":"knee","threshold":"0.5"}', 'threshold is "0.5"; expected a number in [0, 1]'],
    [
      '{"rule":"knee","threshold":[0.5,null]}',
      "threshold is [0.5,null]; expected a number in [0, 1]",
    ],
    ['{"rule":"top-k","k":0,"classes":3}', "k is 0; expected a positive integer"],
    ['{"rule":"top-k","k":4,"classes":3}', "k is 4; expected an integer from 1 to 3"],
    [
      '{"rule":"count","classes":3,"given":{"slope":-1,"offset":0},"summed":null}',
      "given.slope is -1; expected a finite number ≥ 0",
    ],
    ['{"rule":"top-k","k":1}', "classes is undefined; expected a positive integer"],
    ['{"rule":"count","classes":3,"given":null}', "summed is undefined; expected an object"],
    ['{"rule":"gfm","beta":1,"zeroDivision":2,"classes":1,"scalings":null}', "zeroDivision is 2"],
    ['{"rule":"gfm","beta":0,"zeroDivision":0,"classes":1,"scalings":null}', "beta is 0"],
    ['{"rule":"gfm","zeroDivision":0,"classes":1,"scalings":null}', "beta is undefined"],
    [
      '{"rule":"gfm","beta":1,"zeroDivision":0,"classes":2,"scalings":[]}',
      "scalings is []; expected null or 2",
    ],
    [
      '{"rule":"gfm","beta":1,"zeroDivision":0,"classes":1,"scalings":[{"slope":1}]}',
      "scalings[0].offset is undefined; expected a finite number",
    ],
  ])("refuses %s and says what is wrong", (json, message) => {
    expect(() => decisionFromJson(json)).toThrow(message);
  });
});
