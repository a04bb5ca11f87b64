/**
 * A release without the publishing, in a copy that is thrown away: versions, builds, packs and checks every package,
 * installs the tarballs into an empty project with npm, imports each and runs an experiment there.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import root from "../package.json" with { type: "json" };
import { manifests } from "./boundaries.mjs";
import { copyWorkspace } from "./copyWorkspace.mjs";
import { plainEnvironment } from "./plainEnvironment.mjs";
import { publishingProblems } from "./publishingProblems.mjs";

const folder = mkdtempSync(join(tmpdir(), "sigf1-release-"));
const copy = join(folder, "sigf1");
const tarballs = join(folder, "tarballs");
const project = join(folder, "project");
const env = {
  ...plainEnvironment(),
  SIGF1_CACHE: join(folder, "cache"),
  GITHUB_REPOSITORY: process.env.GITHUB_REPOSITORY ?? "owner/name",
};

/** Runs a program to its end; what it said is the error's message where it fails. */
function run(cwd, command, ...args) {
  try {
    return execFileSync(command, args, { cwd, env, encoding: "utf8", stdio: "pipe" });
  } catch ({ stdout, stderr }) {
    throw new Error([`${command} ${args.join(" ")}`, stdout, stderr].join("\n"));
  }
}

const pnpm = (...args) => run(copy, "npx", "--yes", root.packageManager, ...args);

function step(title, act) {
  const start = performance.now();
  const result = act();
  console.error(`${title}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  return result;
}

/** What goes wrong when a user imports the package, if anything does. */
function importProblems(name) {
  try {
    run(project, process.execPath, "--input-type=module", "-e", `await import("${name}")`);
    return [];
  } catch ({ message }) {
    return [`import: ${message}`];
  }
}

function runExperiment() {
  const losses = ["binary-cross-entropy", "sigmoid-f1"];
  run(project, "npx", "sigf1", "list");
  const settings = ["--losses", losses.join(","), "--seeds", "0,1", "--jobs", "2"];
  run(project, "npx", "sigf1", "run", "quickstart", ...settings, "--out", "results");
  const { rows } = JSON.parse(readFileSync(join(project, "results/results.json"), "utf8"));
  const absent = losses.filter((loss) => !rows.some((row) => row.loss === loss));
  if (absent.length > 0) throw new Error(`results.json has no row of ${absent.join(", ")}`);
  return rows.length;
}

try {
  step("copied", () => copyWorkspace(copy, { built: false }));
  step("installed", () => pnpm("install", "--frozen-lockfile", "--prefer-offline"));
  step("versioned", () => {
    pnpm("exec", "changeset", "version");
    run(copy, process.execPath, "scripts/setRepository.mjs");
  });
  step("built", () => pnpm("run", "build"));
  const published = manifests(copy).filter((manifest) => !manifest.private);
  step("packed", () => {
    const these = published.map(({ name }) => `--filter=${name}`);
    pnpm(...these, "pack", "--pack-destination", tarballs);
  });
  const packages = published.map(({ name, version }) => {
    const tarball = join(tarballs, `${name.slice(1).replace("/", "-")}-${version}.tgz`);
    return { name, version, tarball, size: statSync(tarball).size };
  });
  step("installed into an empty project", () => {
    mkdirSync(project);
    run(project, "npm", "init", "--yes");
    // Ranges among the packages are left to npm: one that no tarball satisfies is looked for in the registry, in vain.
    run(project, "npm", "install", "--ignore-scripts", ...packages.map(({ tarball }) => tarball));
  });
  const rows = step("ran an experiment", runExperiment);

  const found = [];
  for (const { name, version, tarball, size } of packages) {
    const bad = [
      ...(await publishingProblems(readFileSync(tarball), copy)),
      ...importProblems(name),
    ];
    const result = bad.length === 0 ? "ok" : `${bad.length} problems`;
    const kilobytes = `${(size / 1000).toFixed(0)} kB`;
    console.log([name.padEnd(36), version.padEnd(8), kilobytes.padStart(8), result].join("  "));
    found.push(...bad.map((problem) => `${name}: ${problem}`));
  }
  for (const problem of found) console.error(problem);
  console.log(`${packages.length} packages, ${rows} rows of results, ${found.length} problems`);
  process.exitCode = found.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
