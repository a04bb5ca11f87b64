/** What a user of a packed package would stumble over. */
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { filterProblems } from "@arethetypeswrong/core/problems";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

/** How an ES module is resolved; `require` and resolution without `exports` are not offered. */
const RESOLUTIONS = ["node16-esm", "bundler"];

const ALWAYS = ["LICENSE", "README.md", "package.json"];

/**
 * @param {Uint8Array} tarball as `pnpm pack` writes it
 * @param {string} [workspace] the folder that it was built in
 * @returns {Promise<string[]>} a line each
 */
export async function publishingProblems(tarball, workspace = join(import.meta.dirname, "..")) {
  const { messages, pkg } = await publint({
    pack: { tarball: Uint8Array.from(tarball).buffer },
    strict: true,
  });
  const content = createPackageFromTarballData(tarball);
  const home = `/node_modules/${content.packageName}/`;
  const files = content.listFiles().map((file) => file.slice(home.length));
  return [
    ...messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`),
    ...typeProblems(await checkPackage(content)),
    ...fileProblems(files.sort(), pkg.files ?? []),
    ...rangeProblems(pkg),
    ...files
      .filter((file) => content.readFile(home + file).includes(workspace))
      .map((file) => `names a folder of this machine: ${file}`),
    ...(pkg.publishConfig?.access === "public" && pkg.publishConfig.provenance === true
      ? []
      : ["publishConfig: expected public access with provenance"]),
  ];
}

function typeProblems(analysis) {
  if (!analysis.types) return ["arethetypeswrong: no types"];
  return RESOLUTIONS.flatMap((resolutionKind) =>
    filterProblems(analysis, { resolutionKind }).map(
      ({ kind, entrypoint }) =>
        `arethetypeswrong: ${kind} in ${resolutionKind}${entrypoint ? ` of ${entrypoint}` : ""}`,
    ),
  );
}

/** Only what `files` of package.json names and what every package has; in dist, only what was compiled. */
function fileProblems(files, named) {
  const isNamed = (file) => named.some((name) => file === name || file.startsWith(`${name}/`));
  const isMeant = (file) =>
    ALWAYS.includes(file) ||
    (isNamed(file) && !file.startsWith("dist/")) ||
    /^dist\/.+\.(js|js\.map|d\.ts)$/.test(file);
  const isTest = (file) => /\.test\.|\.bench\.|\/testing\//.test(file);
  return [
    ...ALWAYS.filter((file) => !files.includes(file)).map((file) => `missing: ${file}`),
    ...files.filter((file) => !isMeant(file) || isTest(file)).map((file) => `not meant: ${file}`),
  ];
}

/** Ranges that only a workspace can resolve. */
function rangeProblems({ dependencies, peerDependencies, optionalDependencies }) {
  return Object.entries({ ...dependencies, ...peerDependencies, ...optionalDependencies })
    .filter(([, range]) => /^(workspace|catalog|link|file):/.test(range))
    .map(([name, range]) => `range: ${name} ${range}`);
}
