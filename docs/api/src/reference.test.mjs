import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { globSync } from "tinyglobby";
import { beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "../../../packages/losses/src/testing/browser/findChromium.js";

const home = join(import.meta.dirname, "..");
const out = join(home, "out");
const executablePath = findChromium();

describe("the API reference", () => {
  // Fails where a link in a docstring leads nowhere or a tag names a parameter that is not there.
  beforeAll(() => {
    try {
      execFileSync("node_modules/.bin/typedoc", { cwd: home, stdio: "pipe", timeout: 110_000 });
    } catch ({ stdout, stderr }) {
      throw new Error(`${stdout}${stderr}`);
    }
  });

  it("has a page of every published package", () => {
    const manifests = globSync("{packages/*,packages/datasets/*,apps/*}/package.json", {
      cwd: join(home, "../.."),
      absolute: true,
    });
    const names = manifests.map((file) => JSON.parse(readFileSync(file, "utf8")).name);
    const pages = globSync("modules/_sigf1_*.html", { cwd: out });
    expect(names.length).toBeGreaterThan(15);
    expect(pages.map((page) => page.replace(/^modules\/_sigf1_(.*)\.html$/, "@sigf1/$1"))).toEqual(
      expect.arrayContaining(names),
    );
  });

  it.skipIf(executablePath === undefined)(
    "shows the formula of sigmoidF1, and leads from there to what it returns (needs Chromium)",
    async () => {
      const browser = await chromium.launch({ executablePath: executablePath ?? "" });
      try {
        const page = await browser.newPage();
        await page.goto(pathToFileURL(join(out, "functions/_sigf1_losses.sigmoidF1.html")).href);
        const seen = (locator) => locator.first().isVisible();
        expect(await seen(page.getByText("1 − 2·tp / (2·tp + fn + fp + ε)"))).toBe(true);
        expect(await seen(page.getByText("S(z; β, η) = 1 / (1 + exp(−β(z + η)))"))).toBe(true);
        await page.getByRole("link", { name: "SurrogateLoss" }).first().click();
        expect(await seen(page.getByRole("heading", { name: "SurrogateLoss" }))).toBe(true);
      } finally {
        await browser.close();
      }
    },
  );
});
