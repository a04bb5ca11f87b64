import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "../testing/findChromium.test.fixture.js";
import { type OpenedPage, onPage } from "../testing/onPage.test.fixture.js";
import { runProgram } from "../testing/runProgram.test.fixture.js";

const experiment = `experiment: rendered
dataset: { use: simulated, examples: 400, classes: 6, cardinality: 1.8 }
encoder: standard-scaler
training: { epochs: 12 }
losses: [binary-cross-entropy, focal, sigmoid-f1, adaptive-sigmoid-f1, { use: bayesian-sigmoid-f1, warmup: 10 }]
decisions: [tuned-global]
seeds: [0, 1, 2]
`;

const chromium = findChromium();
const title =
  chromium === undefined
    ? "a report in a browser (SKIPPED: no chromium, chromium-browser or google-chrome on PATH; set CHROMIUM_PATH)"
    : "a report in a browser";

/** Kept by CI, for whoever wants to see what a change makes of the report. */
const artifacts = join(import.meta.dirname, "../../.artifacts");

describe.skipIf(chromium === undefined)(title, () => {
  let folder: string;
  let report: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "sigf1-report-"));
    await mkdir(artifacts, { recursive: true });
    await writeFile(join(folder, "rendered.yaml"), experiment);
    const { code, stderr } = await runProgram(folder, ["run", "rendered.yaml", "--out", "out"]);
    expect(code, stderr).toBe(0);
    report = join(folder, "out/report.html");
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const open = <Result>(
    use: (opened: OpenedPage) => Promise<Result>,
    options: Parameters<typeof onPage>[2] = {},
  ) => onPage(chromium ?? "", report, { viewport: { width: 1280, height: 900 }, ...options }, use);

  it("draws every figure of a run, each with marks that can be seen", async () => {
    const figures = await open(({ page }) =>
      page.locator("figure").evaluateAll((all) =>
        all.map((figure) => ({
          title: figure.querySelector("figcaption strong")?.textContent ?? "",
          width: figure.querySelector("svg")?.getBoundingClientRect().width ?? 0,
          marks: figure.querySelectorAll("svg [class*=mark-] :is(path, line)").length,
        })),
      ),
    );
    expect(figures.map((figure) => figure.title.replace(/^Figure \d+\. /, ""))).toEqual([
      "Critical difference of the losses' ranks in exampleF1, with tuned-global.",
      "Ordered scores of an example, on the test part.",
      "F1 against the threshold, on the test part.",
      "Calibration of the scores, on the test part.",
      "Predicted labels per example.",
      "Predicted against true number of labels, with tuned-global.",
      "F1 of each class against its frequency, with tuned-global.",
      "Validation macroF1 per epoch.",
      "Training loss per epoch.",
      "Schedule of beta per epoch.",
      "Posterior of sampled parameters.",
    ]);
    for (const figure of figures) {
      expect(figure.width, figure.title).toBeGreaterThan(250);
      expect(figure.marks, figure.title).toBeGreaterThan(5);
    }
  });

  it("asks for nothing but its own file, says nothing on the console, and is under 3 MB", async () => {
    const { requests, messages } = await open(async ({ page, ...heard }) => {
      await page.waitForLoadState("networkidle");
      return heard;
    });
    expect(requests).toEqual([]);
    expect(messages).toEqual([]);
    expect((await stat(report)).size).toBeLessThan(3e6);
  });

  it("sorts a table by a heading, by click and by key, and keeps the trivial baselines below", async () => {
    const seen = await open(async ({ page }) => {
      const table = page.locator("table.sortable").first();
      const names = () => table.locator("tbody th").allTextContents();
      const figures = () => table.locator("tbody:first-of-type td:nth-child(2)").allTextContents();
      const heading = table.locator('th[title="exampleF1"]');
      const before = await names();
      await heading.getByRole("button").click();
      const falling = { names: await names(), figures: await figures() };
      const order = await heading.getAttribute("aria-sort");
      await page.keyboard.press("Enter");
      const rising = { figures: await figures(), order: await heading.getAttribute("aria-sort") };
      await page.keyboard.press("Enter");
      return { before, falling, order, rising, after: await names() };
    });
    const numbers = (texts: readonly string[]) => texts.map((text) => Number.parseFloat(text));
    const falling = numbers(seen.falling.figures);
    expect(falling).toEqual(falling.toSorted((a, b) => b - a));
    expect(new Set(falling).size).toBeGreaterThan(1);
    expect(seen.order).toBe("descending");
    expect(seen.falling.names.slice(-3)).toEqual(expect.arrayContaining(seen.before.slice(-3)));
    expect(numbers(seen.rising.figures)).toEqual(falling.toReversed());
    expect(seen.rising.order).toBe("ascending");
    expect(seen.after).toEqual(seen.before);
  });

  it.each(["light", "dark"] as const)(
    "has text that stands out from its page where the reader likes it %s",
    async (colorScheme) => {
      const [page, text] = await open(
        async ({ page: opened }) => {
          await opened.screenshot({
            path: join(artifacts, `report-${colorScheme}.png`),
            fullPage: true,
          });
          return opened.evaluate(() => {
            const { backgroundColor, color } = getComputedStyle(document.body);
            return [backgroundColor, color].map((colour) => Number(/\d+/.exec(colour)?.[0]));
          });
        },
        { colorScheme },
      );
      if (colorScheme === "light") expect([page, text]).toEqual([255, 27]);
      else expect([page, text]).toEqual([21, 228]);
    },
  );

  it("is dark on white in print, even for a reader who likes it dark", async () => {
    const colours = await open(
      async ({ page }) => {
        await page.pdf({ path: join(artifacts, "report.pdf"), preferCSSPageSize: true });
        await page.emulateMedia({ media: "print" });
        return page.evaluate(() => {
          const { backgroundColor, color } = getComputedStyle(document.body);
          return [backgroundColor, color];
        });
      },
      { colorScheme: "dark" },
    );
    expect(colours).toEqual(["rgb(255, 255, 255)", "rgb(27, 31, 36)"]);
    expect((await readFile(join(artifacts, "report.pdf"))).subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("fits a narrow window: what is wider scrolls within itself", async () => {
    const width = await open(
      async ({ page }) => {
        await page.screenshot({ path: join(artifacts, "report-narrow.png"), fullPage: true });
        return page.evaluate(() => document.documentElement.scrollWidth);
      },
      { viewport: { width: 420, height: 900 } },
    );
    expect(width).toBe(420);
  });

  it("tables the same without scripts", async () => {
    const [rows, buttons] = await open(
      async ({ page }) => [
        await page.locator("table.results").first().locator("tbody tr").count(),
        await page.locator("button").count(),
      ],
      { javaScriptEnabled: false },
    );
    expect(rows).toBe(8);
    expect(buttons).toBe(0);
  });
});
