/**
 * Holds the rules of the house: which package may depend on which. Biome's `noUndeclaredDependencies` keeps
 * every import within the declared dependencies; this keeps the declared dependencies within the rules.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";

/**
 * Breaches among package manifests.
 * @param {readonly { name: string, folder: string, dependencies?: object, peerDependencies?: object }[]} manifests
 * @returns {string[]} a sentence each
 */
export function breaches(manifests) {
  const folderOf = new Map(manifests.map(({ name, folder }) => [name, folder]));
  return manifests.flatMap(({ name, folder, dependencies = {}, peerDependencies = {} }) => {
    const all = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
    const refuse = (bad, why) => all.filter(bad).map((other) => `${name} → ${other}: ${why}`);
    const isData = (other) => folderOf.get(other)?.startsWith("packages/datasets/");
    const inApps = (other) => /^(apps|bench)/.test(folderOf.get(other) ?? "");
    const found = folder.startsWith("packages/")
      ? refuse(inApps, "no package depends on an app")
      : [];
    if (folder.startsWith("packages/datasets/")) {
      const isOtherSet = (other) => isData(other) && other !== "@sigf1/datasets";
      found.push(...refuse(isOtherSet, "no dataset package depends on another"));
    }
    if (folder.startsWith("packages/datasets/") || name === "@sigf1/metrics") {
      found.push(...refuse((other) => other.startsWith("@tensorflow/"), "takes no TensorFlow"));
    }
    if (name === "@sigf1/losses") {
      const isOther = (other) => other !== "@tensorflow/tfjs-core";
      found.push(...refuse(isOther, "depends on @tensorflow/tfjs-core alone"));
      if (Object.keys(dependencies).length > 0) found.push(`${name}: tfjs-core must be a peer`);
    }
    if (name === "@sigf1/metrics") found.push(...refuse(() => true, "depends on nothing"));
    const ground = ["losses", "metrics", "engine", "compile", "features", "datasets"].map(
      (n) => `@sigf1/${n}`,
    );
    if (ground.includes(name)) {
      found.push(...refuse((other) => folderOf.has(other), "stands on the ground floor"));
    }
    return found;
  });
}

/** Manifests of every workspace package. */
export function manifests(root = join(import.meta.dirname, "..")) {
  const files = globSync(
    [
      "packages/*/package.json",
      "packages/datasets/*/package.json",
      "apps/*/package.json",
      "bench/package.json",
    ],
    { cwd: root, ignore: ["**/node_modules/**"] },
  );
  return files.map((file) => ({
    ...JSON.parse(readFileSync(join(root, file), "utf8")),
    folder: file.replace(/\/package\.json$/, ""),
  }));
}
