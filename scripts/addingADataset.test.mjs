import { execFile, execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { globSync } from "tinyglobby";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import root from "../package.json" with { type: "json" };
import { copyWorkspace } from "./copyWorkspace.mjs";
import { plainEnvironment } from "./plainEnvironment.mjs";

const home = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "sigf1-guide-"));
const copy = join(folder, "sigf1");
const outside = join(folder, "outside");
const programs = join(folder, "programs");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Nothing of the caller's folders, and no network. */
const environment = {
  ...plainEnvironment(),
  PATH: [programs, process.env.PATH].join(delimiter),
  SIGF1_CACHE: join(folder, "cache"),
  npm_config_offline: "true",
};

/** Runs a script; its output is the error's message where it fails. */
async function run(script, cwd) {
  const options = { cwd, env: environment, timeout: 110_000, maxBuffer: 2 ** 26 };
  try {
    return (await promisify(execFile)("bash", ["-euo", "pipefail", "-c", script], options)).stdout;
  } catch ({ stdout, stderr, message }) {
    throw new Error(`${script}\n${stdout}\n${stderr}\n${message}`);
  }
}

function program(name, ...lines) {
  const path = join(programs, name);
  writeFileSync(path, ["#!/usr/bin/env bash", "set -euo pipefail", ...lines, ""].join("\n"));
  chmodSync(path, 0o755);
}

/** The fenced blocks of a text: scripts (`sh`), and files whose first line is a comment that names the path. */
function blocksOf(text) {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, body]) => {
    const [, file] = /^(?:\/\/|#) (\S+\.\w+)\n/.exec(body) ?? [];
    return { language, body, file };
  });
}

async function follow(text, cwd) {
  for (const { language, body, file } of blocksOf(text)) {
    if (language === "sh") await run(body, cwd);
    else if (file !== undefined) writeFileSync(join(cwd, file), body);
  }
}

const losses = (results) =>
  JSON.parse(readFileSync(join(results, "results.json"), "utf8")).rows.map(({ loss }) => loss);

describe("docs/guides/adding-a-dataset.md", { timeout: 300_000 }, () => {
  const guide = readFileSync(join(home, "docs/guides/adding-a-dataset.md"), "utf8");
  const [inside, afterwards] = guide.split("## Outside the repository");

  beforeAll(() => {
    copyWorkspace(copy, { built: true });
    mkdirSync(programs);
    mkdirSync(outside);
    const found = ["--yes", `--package=${root.packageManager}`, "-c", "command -v pnpm"];
    const pnpm = execFileSync("npx", found, { env: environment, encoding: "utf8" }).trim();
    // What an install would fetch is in pnpm's store already.
    program(
      "pnpm",
      `if [ "$1" = install ]; then exec ${pnpm} install --offline; fi`,
      `exec ${pnpm} "$@"`,
    );
    // Links this repository's packages as npm would install the published ones.
    program(
      "npm",
      "mkdir -p node_modules/@sigf1 node_modules/.bin",
      `ln -s ${copy}/packages/datasets/core node_modules/@sigf1/datasets`,
      `ln -s ${copy}/apps/experiments node_modules/@sigf1/experiments`,
      `ln -s ${copy}/packages/datasets/core/node_modules/zod node_modules/zod`,
      "ln -s ../@sigf1/experiments/bin/sigf1.js node_modules/.bin/sigf1",
    );
  });

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
