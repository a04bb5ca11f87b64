import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Dataset } from "@sigf1/datasets";
import { resolve as resolveSpecifier } from "import-meta-resolve";
import { nearestName } from "../config/nearestName.js";
import { datasets } from "./datasets.js";

/**
 * A dataset by what an experiment file or a command line calls it: the id of a built-in one, the name of an npm
 * package (`sigf1-dataset-haiku`, `@scope/name`), or the path of a module (`./haiku.js`). Packages and paths are
 * resolved from `folder`; the module's default export is the dataset.
 *
 * @throws Error whose message says what was wrong with the name or the module
 */
export async function findDataset(name: string, folder: string): Promise<Dataset> {
  const builtIn = Object.hasOwn(datasets, name) ? datasets[name] : undefined;
  if (builtIn !== undefined) return builtIn();
  if (!isModule(name)) {
    const isFile = /\.[cm]?js$/.test(name);
    const hint = isFile ? `did you mean "./${name}"?` : nearestName(name, Object.keys(datasets));
    throw new Error(`unknown name "${name}"; ${hint}`);
  }
  const module = await importFrom(name, folder);
  if (!isDataset(module.default)) {
    throw new Error(
      `the default export of the module "${name}" is no dataset: export what defineDataset of @sigf1/datasets returns`,
    );
  }
  return module.default;
}

function isModule(name: string): boolean {
  return isPath(name) || /^(?:@|file:|sigf1-dataset-)/i.test(name);
}

function isPath(name: string): boolean {
  return /^(?:\.{0,2}|[a-z]:)[/\\]/i.test(name);
}

async function importFrom(name: string, folder: string): Promise<{ default?: unknown }> {
  try {
    // As a specifier, `#`, `?` and `%` of a path would be read as parts of a URL, and the `c:` of Windows as a protocol.
    if (isPath(name)) return await import(pathToFileURL(resolve(folder, name)).href);
    return await import(resolveSpecifier(name, pathToFileURL(join(folder, "experiment.js")).href));
  } catch (error) {
    throw new Error(
      `the module "${name}" cannot be loaded from ${folder}: ${reasonOf(error, name)}`,
      { cause: error },
    );
  }
}

function reasonOf(error: unknown, name: string): string {
  if (!(error instanceof Error)) return String(error);
  if (
    "code" in error &&
    error.code === "ERR_MODULE_NOT_FOUND" &&
    error.message.includes(`${basename(name)}'`)
  ) {
    return isPath(name) ? "no such file" : `install it with \`npm install ${name}\``;
  }
  // The stack of a syntax error begins with its file and line.
  const place = error instanceof SyntaxError ? (error.stack?.split("\n")[0] ?? "") : "";
  return /:\d+$/.test(place) ? `${error.message} (${place})` : error.message;
}

function isDataset(value: unknown): value is Dataset {
  if (typeof value !== "object" || value === null) return false;
  const { id, examples, options } = value as Partial<Record<keyof Dataset, unknown>>;
  return (
    typeof id === "string" &&
    typeof examples === "function" &&
    typeof options === "object" &&
    options !== null &&
    "safeParse" in options
  );
}
