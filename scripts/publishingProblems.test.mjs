import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import root from "../package.json" with { type: "json" };
import { manifests } from "./boundaries.mjs";
import { publishingProblems } from "./publishingProblems.mjs";

const folder = mkdtempSync(join(tmpdir(), "sigf1-packed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const published = manifests().filter((manifest) => !manifest.private);

/** Waits in this thread, where Vitest's own timeout can't fire. */
const run = (command, ...args) =>
  execFileSync(command, args, {
    cwd: join(import.meta.dirname, ".."),
    stdio: ["ignore", "ignore", "pipe"],
    timeout: 90_000,
    killSignal: "SIGKILL",
  });

describe("a published package", () => {
  beforeAll(() => {
    const these = published.map(({ name }) => `--filter=${name}`);
    run("npx", "--yes", root.packageManager, ...these, "pack", "--pack-destination", folder);
  });

  it.each(published)(
    "$name resolves, with its types, and holds no file too many",
    async (manifest) => {
      const { name, version, files } = manifest;
      const tarball = `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;
      expect(await publishingProblems(readFileSync(join(folder, tarball)))).toEqual([]);
      // an app publishes its program and the files that it comes with, too
      if (manifest.folder.startsWith("packages/")) expect(files).toEqual(["dist"]);
    },
  );
});

describe("publishing problems", () => {
  const GOOD = {
    LICENSE: "MIT",
    "README.md": "# a",
    "dist/index.js": "export const a = 1;\n",
    "dist/index.d.ts": "export declare const a: number;\n",
  };
  const MANIFEST = {
    name: "a",
    version: "1.0.0",
    license: "MIT",
    type: "module",
    exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
    files: ["dist"],
    publishConfig: { access: "public", provenance: true },
  };

  function pack(files, manifest = MANIFEST) {
    const home = mkdtempSync(join(folder, "a-"));
    const all = { ...files, "package.json": JSON.stringify(manifest) };
    for (const [file, text] of Object.entries(all)) {
      const path = join(home, "package", file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    run("tar", "-czf", join(home, "a.tgz"), "-C", home, "package");
    return readFileSync(join(home, "a.tgz"));
  }

  it("are none in a sound package", async () => {
    expect(await publishingProblems(pack(GOOD))).toEqual([]);
  });

  it("name what does not belong and what is missing", async () => {
    const { LICENSE, ...files } = GOOD;
    const stray = {
      "src/a.ts": "",
      "dist/a.test.js": "",
      "dist/testing/b.js": "",
      "dist/c.tgz": "",
    };
    expect(await publishingProblems(pack({ ...files, ...stray }))).toEqual([
      "missing: LICENSE",
      "not meant: dist/a.test.js",
      "not meant: dist/c.tgz",
      "not meant: dist/testing/b.js",
      "not meant: src/a.ts",
    ]);
  });

  it("name an entry that is not there", async () => {
    const exports = { ".": "./dist/index.js", "./b": "./dist/b.js" };
    const found = await publishingProblems(pack(GOOD, { ...MANIFEST, exports }));
    expect(found.join("\n")).toMatch(/publint: .*\.\/dist\/b\.js/);
  });

  it("name types that don't resolve", async () => {
    const broken = { ...GOOD, "dist/index.d.ts": 'export * from "./gone.js";\n' };
    expect(await publishingProblems(pack(broken))).toContain(
      "arethetypeswrong: InternalResolutionError in node16-esm",
    );
  });

  it("name a range that only the workspace resolves", async () => {
    const dependencies = { b: "workspace:^", c: "^1.0.0" };
    expect(await publishingProblems(pack(GOOD, { ...MANIFEST, dependencies }))).toEqual([
      "range: b workspace:^",
    ]);
  });

  it("name a file that tells where it was built", async () => {
    const told = { ...GOOD, "dist/index.js": 'export const a = "/home/me/sigf1/src/a.ts";\n' };
    expect(await publishingProblems(pack(told), "/home/me/sigf1")).toEqual([
      "names a folder of this machine: dist/index.js",
    ]);
  });

  it("name a package that npm would take for private or without provenance", async () => {
    const { publishConfig, ...manifest } = MANIFEST;
    expect(await publishingProblems(pack(GOOD, manifest))).toEqual([
      "publishConfig: expected public access with provenance",
    ]);
  });
});
