import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

/** Imports a module of the built package in a Node that has no Vitest. */
function load(file: string): string {
  const refuse = `export const resolve = (name, context, next) => {
    if (name === "vitest") throw new Error("no vitest here");
    return next(name, context);
  };`;
  const entry = pathToFileURL(join(import.meta.dirname, "../../dist", file)).href;
  const script = `
    import { register } from "node:module";
    register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(refuse)}`)});
    const loaded = await import(${JSON.stringify(entry)}).catch(({ message }) => message);
    console.log(typeof loaded === "string" ? loaded : Object.keys(loaded).join(" "));`;
  return execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
}

test("checkDataset is had without Vitest from the main entry; only the testing entry needs it", () => {
  expect(load("index.js").split(" ")).toContain("checkDataset");
  expect(load("conformance/index.js")).toMatch("no vitest here");
});
