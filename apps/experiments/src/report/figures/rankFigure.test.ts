import { expect, test } from "vitest";
import { handMadeResults } from "../handMadeResults.test.fixture.js";
import { summarise } from "../statistics/summarise.js";
import { rankFigure } from "./rankFigure.js";
import { renderSvg } from "./renderSvg.js";

const values = (...seeds: readonly number[]) => ({ r: seeds });

test("rankFigure names every loss with its mean rank, best first, and leaves out trivial baselines", async () => {
  const results = handMadeResults({
    worst: values(0.1, 0.1, 0.1),
    best: values(0.9, 0.9, 0.9),
    "in-between": values(0.5, 0.5, 0.5),
    random: values(0, 0, 0),
  });
  const figure = rankFigure(results, summarise(results), "r");
  expect(figure?.label).toContain("mean ranks: best 1.00, in-between 2.00, worst 3.00.");
  expect(figure?.caption).toContain("over 3 seeds");
  expect(figure?.caption).toContain("finds differences, p < .001");
  const svg = await renderSvg(figure!.spec); // defined, as its label was
  expect(svg).toMatch(/>best\u20021\.00<.*>in-between\u20022\.00<.*>worst\u20023\.00</s);
  expect(svg).not.toContain("random");
  expect(svg).toContain("critical difference 1.91"); // 2.343 · √(3·4/(6·3))
});

test("rankFigure says that no pair differs where Friedman's test finds nothing", () => {
  const results = handMadeResults({
    a: values(0.1, 0.2, 0.3),
    b: values(0.2, 0.3, 0.1),
    c: values(0.3, 0.1, 0.2),
  });
  expect(rankFigure(results, summarise(results), "r")?.caption).toContain(
    "finds no difference, p = 1.000: no pair is to be read as different",
  );
});

test("rankFigure is left out with two seeds or two losses", () => {
  const two = handMadeResults({ a: values(1, 0), b: values(0, 1), c: values(1, 1) });
  expect(rankFigure(two, summarise(two), "r")).toBeUndefined();
  const pair = handMadeResults({ a: values(1, 0, 1), b: values(0, 1, 1) });
  expect(rankFigure(pair, summarise(pair), "r")).toBeUndefined();
});
