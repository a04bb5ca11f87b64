import { lossNames } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { drawLoss } from "./testing/browser/drawLoss.js";
import { findChromium } from "./testing/browser/findChromium.js";
import { inChromium } from "./testing/browser/inChromium.js";
import { measureLoss } from "./testing/browser/measureLoss.js";
import type { probe } from "./testing/browser/page/page.js";
import { trainModel } from "./testing/browser/trainModel.js";
import { expectClose } from "./testing/expectClose.js";

await tf.setBackend("cpu");
const chromium = findChromium();
const title =
  chromium === undefined
    ? "in a browser (SKIPPED: no chromium, chromium-browser or google-chrome on PATH; set CHROMIUM_PATH)"
    : "in a browser";

describe.skipIf(chromium === undefined)(title, () => {
  const losses = lossNames.map(drawLoss);
  let browser: Awaited<ReturnType<typeof probe>>;

  beforeAll(async () => {
    browser = await inChromium(chromium ?? "", (page) =>
      page.evaluate(
        (drawn) => (globalThis as unknown as { probe: typeof probe }).probe(drawn),
        losses,
      ),
    );
  });

  it("computes on webgl (SKIPPED where Chromium has no WebGL: all below ran on its cpu backend)", ({
    skip,
  }) => {
    skip(browser.backend === "cpu", "Chromium has no WebGL here");
    expect(browser.backend).toBe("webgl");
  });

  it.each(losses)("$name has the value and gradient of Node's cpu backend", (loss) => {
    const node = measureLoss(loss);
    const page = browser.measured[losses.indexOf(loss)] ?? [];
    expect(page).toHaveLength(node.length);
    node.forEach(({ value, gradient }, call) => {
      expectClose([page[call]?.value ?? Number.NaN], [value], 1e-4);
      expectClose(page[call]?.gradient ?? [], gradient, 1e-4);
    });
  });

  it("sigmoidF1 trains a tfjs-layers model, step by step as in Node", async () => {
    const { trained } = browser;
    expect(trained.at(-1)).toBeLessThan(0.6 * (trained[0] ?? 0));
    expectClose(trained, await trainModel(), 1e-4);
  });

  it("labels outside [0, 1] are refused in the first batch, and not looked for later", () => {
    expect(browser.labelErrors).toEqual({
      first: expect.stringMatching(/^RangeError: sigmoid-f1: .* received 2 at example 0, class 1$/),
      later: null,
    });
  });
});
