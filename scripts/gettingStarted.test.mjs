import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readerFolder } from "./readerFolder.mjs";

const { copy, outside, follow, remove } = readerFolder();
afterAll(remove);

const losses = (results) => {
  const { rows } = JSON.parse(readFileSync(join(results, "results.json"), "utf8"));
  return [...new Set(rows.map(({ loss }) => loss))];
};

describe("docs/getting-started.md", { timeout: 300_000 }, () => {
  const guide = join(import.meta.dirname, "../docs/getting-started.md");
  const [inside, afterwards] = readFileSync(guide, "utf8").split("## 4. Without a clone");

  it("leads a reader of a clone to results and to an experiment of their own", async () => {
    await follow(inside, copy);
    expect(losses(join(copy, "results/quickstart"))).toContain("sigmoid-f1");
    expect(existsSync(join(copy, "results/quickstart/report.html"))).toBe(true);
    for (const folder of ["my-experiment", "my-experiment-mlp"])
      expect(losses(join(copy, "results", folder))).toContain("sigmoid-f1-steep");
  });

  it("leads a user of the packages to results and to a trained model", async () => {
    await follow(afterwards, outside);
    expect(losses(join(outside, "trial/results/quickstart"))).toContain("sigmoid-f1");
  });
});
