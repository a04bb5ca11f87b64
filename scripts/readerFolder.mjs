import { execFile, execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import root from "../package.json" with { type: "json" };
import { copyWorkspace } from "./copyWorkspace.mjs";
import { plainEnvironment } from "./plainEnvironment.mjs";

/** What a guide tells its reader to install, and where it lies in the repository. */
const INSTALLED = {
  "@sigf1/datasets": "packages/datasets/core",
  "@sigf1/experiments": "apps/experiments",
  "@sigf1/losses": "packages/losses",
  "@tensorflow/tfjs": "packages/losses/node_modules/@tensorflow/tfjs",
  zod: "packages/datasets/core/node_modules/zod",
};

/**
 * A place to follow a guide in, as a reader would but without the network: `copy` is a clone of the repository, built,
 * `outside` an empty folder. There pnpm installs from its store, and npm installs links to the clone's packages.
 */
export function readerFolder() {
  const folder = mkdtempSync(join(tmpdir(), "sigf1-guide-"));
  const [copy, outside, programs] = ["sigf1", "outside", "programs"].map((name) =>
    join(folder, name),
  );
  const environment = {
    ...plainEnvironment(),
    PATH: [programs, process.env.PATH].join(delimiter),
    SIGF1_CACHE: join(folder, "cache"),
    npm_config_offline: "true",
  };

  /** Runs a script; its output is the error's message where it fails. */
  async function run(script, cwd) {
    const options = { cwd, env: environment, timeout: 240_000, maxBuffer: 2 ** 26 };
    try {
      return (await promisify(execFile)("bash", ["-euo", "pipefail", "-c", script], options))
        .stdout;
    } catch ({ stdout, stderr, message }) {
      throw new Error(`${script}\n${stdout}\n${stderr}\n${message}`);
    }
  }

  /** Does what a text says: runs its scripts, and writes its files. */
  async function follow(text, cwd) {
    for (const { language, body, file } of blocksOf(text)) {
      if (language === "sh") await run(body, cwd);
      else if (file !== undefined) writeFileSync(join(cwd, file), body);
    }
  }

  function program(name, ...lines) {
    const path = join(programs, name);
    writeFileSync(path, ["#!/usr/bin/env bash", "set -euo pipefail", ...lines, ""].join("\n"));
    chmodSync(path, 0o755);
  }

  mkdirSync(programs);
  mkdirSync(outside);
  copyWorkspace(copy, { built: true });
  const where = "command -v pnpm; command -v npm";
  const found = ["--yes", `--package=${root.packageManager}`, "-c", where];
  const paths = execFileSync("npx", found, { env: environment, encoding: "utf8" });
  const [pnpm, npm] = paths.trim().split("\n");
  program(
    "pnpm",
    `if [ "$1" = install ]; then exec ${pnpm} install --offline; fi`,
    `exec ${pnpm} "$@"`,
  );
  program(
    "npm",
    `if [ "$1" != install ]; then exec ${npm} "$@"; fi`,
    "mkdir -p node_modules/@sigf1 node_modules/@tensorflow node_modules/.bin",
    'for name in "$@"; do case "$name" in',
    ...Object.entries(INSTALLED).map(
      ([name, place]) => `${name}) ln -s ${join(copy, place)} node_modules/${name} ;;`,
    ),
    "esac; done",
    "if [ -e node_modules/@sigf1/experiments ]; then",
    "  ln -s ../@sigf1/experiments/bin/sigf1.js node_modules/.bin/sigf1",
    "fi",
  );
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { copy, outside, run, follow, remove };
}

/** The fenced blocks of a text: scripts (`sh`), and files whose first line is a comment that names the path. */
function blocksOf(text) {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, body]) => {
    const [, file] = /^(?:\/\/|#) (\S+\.\w+)\n/.exec(body) ?? [];
    return { language, body, file };
  });
}
