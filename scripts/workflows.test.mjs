import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateWorkflow } from "@action-validator/core";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const files = globSync(".github/workflows/*.yml", { cwd: root, dot: true });
const read = (file) => readFileSync(join(root, file), "utf8");

describe("a workflow", () => {
  it.each(files)("%s holds to the schema", (file) => {
    expect(validateWorkflow(read(file)).errors).toEqual([]);
  });

  it("with a key that the schema lacks does not", () => {
    const { errors } = validateWorkflow("on: push\njobs: { a: { runs-on: x, step: [] } }");
    expect(JSON.stringify(errors)).toContain("'step' is not allowed");
  });

  it("runs the pnpm that package.json names", () => {
    const { packageManager } = JSON.parse(read("package.json"));
    const named = files.flatMap((file) => read(file).match(/pnpm@[\d.]+/g) ?? []);
    expect(new Set(named)).toEqual(new Set([packageManager]));
  });
});
