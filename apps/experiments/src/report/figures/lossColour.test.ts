import { expect, test } from "vitest";
import { styleSheet } from "../components/styleSheet.js";
import { lossColour } from "./lossColour.js";

test("lossColour gives the first eight losses different colours, which the style sheet defines twice", () => {
  const losses = Array.from({ length: 8 }, (_, i) => `loss-${i}`);
  const series = new Map(losses.map((loss, i) => [loss, i]));
  const colours = losses.map((loss) => lossColour({ series }, loss));
  expect(new Set(colours).size).toBe(8);
  for (const colour of colours) {
    const variable = colour.slice("var(".length, -1);
    expect(styleSheet.split(`${variable}:`), `${variable} in light and dark`).toHaveLength(3);
  }
});

test("lossColour gives a name that is no loss the colour of a side note", () => {
  expect(lossColour({ series: new Map([["focal", 0]]) }, "random")).toBe("var(--muted)");
});
