import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { afterAll, describe, expect, it } from "vitest";
import { readerFolder } from "./readerFolder.mjs";

const home = join(import.meta.dirname, "..");
const { copy, outside, run, follow, remove } = readerFolder();
afterAll(remove);

const losses = (results) =>
  JSON.parse(readFileSync(join(results, "results.json"), "utf8")).rows.map(({ loss }) => loss);

describe("docs/guides/adding-a-dataset.md", { timeout: 300_000 }, () => {
  const guide = readFileSync(join(home, "docs/guides/adding-a-dataset.md"), "utf8");
  const [inside, afterwards] = guide.split("## Outside the repository");

  it("leads a reader from nothing to results, command by command", async () => {
    await follow(inside, copy);
    const made = losses(join(copy, "results/my-set"));
    expect(made).toEqual(expect.arrayContaining(["binary-cross-entropy", "sigmoid-f1"]));
  });

  it("leaves a package whose tests have no type error", async () => {
    const place = join(copy, "packages/datasets/my-set");
    const settings = { extends: "../../../tsconfig.test.json", include: ["src"] };
    writeFileSync(join(place, "tsconfig.test.json"), JSON.stringify(settings));
    await run("../../../node_modules/.bin/tsc -p tsconfig.test.json", place);
  });

  it("leads there outside the repository, too", async () => {
    await follow(afterwards, outside);
    const made = losses(join(outside, "my-colours/results"));
    expect(made).toEqual(expect.arrayContaining(["binary-cross-entropy", "sigmoid-f1"]));
  });
});

describe("the dataset generator", () => {
  it("makes a package that is in the house's format, whatever the length of its name", async () => {
    const id = "a-dataset-with-a-name-that-goes-on-and-on-2";
    for (const name of ["x", id])
      await run(`node_modules/.bin/gen run dataset --args ${name}`, copy);
    const folders = ["x", id].map((name) => `packages/datasets/${name}`).join(" ");
    await run(`node_modules/.bin/biome ci ${folders} .changeset`, copy);
    expect(existsSync(join(copy, `.changeset/dataset-${id}.md`))).toBe(true);
    expect(readFileSync(join(copy, `packages/datasets/${id}/src/index.ts`), "utf8")).toContain(
      "aDatasetWithANameThatGoesOnAndOn2",
    );
  });

  it.each([
    ["My_Set", /"My_Set" is not kebab-case: .* for example my-set/],
    ["2-sets", /"2-sets" is not kebab-case/],
    ["simulated", /packages\/datasets\/simulated is there already: choose another id/],
    ["core", /packages\/datasets\/core is there already/],
  ])("refuses the name %s, says why, and makes nothing", async (name, words) => {
    const before = globSync("packages/datasets/*/package.json", { cwd: copy });
    await expect(run(`node_modules/.bin/gen run dataset --args ${name}`, copy)).rejects.toThrow(
      words,
    );
    expect(globSync("packages/datasets/*/package.json", { cwd: copy })).toEqual(before);
  });
});
