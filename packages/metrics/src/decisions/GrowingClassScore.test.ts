import { expect, it } from "vitest";
import type { ClassMetric } from "./ClassMetric.js";
import { GrowingClassScore } from "./GrowingClassScore.js";

function growth(metric: ClassMetric) {
  const figure = new GrowingClassScore(Uint8Array.of(1, 0, 1, 0), metric);
  const values = [figure.value];
  for (const entry of [0, 1, 2, 3]) {
    figure.accept(entry);
    values.push(figure.value);
  }
  return values.map((value) => Number(value.toFixed(12)));
}

it("GrowingClassScore is F1, Fβ, precision, recall or MCC after every label, 0/0 being 0", () => {
  // (tp, fp, fn, tn): (0,0,2,2), (1,0,1,2), (1,1,1,1), (2,1,0,1), (2,2,0,0).
  const round = (values: number[]) => values.map((value) => Number(value.toFixed(12)));
  expect(growth("f1")).toEqual(round([0, 2 / 3, 1 / 2, 4 / 5, 2 / 3]));
  expect(growth({ fbeta: 2 })).toEqual(round([0, 5 / 9, 1 / 2, 10 / 11, 5 / 6]));
  expect(growth({ fbeta: 0 })).toEqual(round([0, 1, 1 / 2, 2 / 3, 1 / 2]));
  expect(growth({ fbeta: Number.POSITIVE_INFINITY })).toEqual(round([0, 1 / 2, 1 / 2, 1, 1]));
  expect(growth("mcc")).toEqual(round([0, 2 / Math.sqrt(12), 0, 2 / Math.sqrt(12), 0]));
});
