import { readdir, readFile } from "node:fs/promises";
import { extname, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { ConfigurationError } from "./ConfigurationError.js";
import { nearestName } from "./nearestName.js";

const builtIn = new URL("../../experiments/", import.meta.url);

/** Names of the experiments that come with the app: paths below their folder, as in `paper/yeast`. */
export async function experimentNames(): Promise<string[]> {
  const files = await readdir(builtIn, { recursive: true });
  const experiments = files.filter((file) => extname(file) === ".yaml");
  return experiments.map((file) => file.slice(0, -".yaml".length).replaceAll(sep, "/")).sort();
}

/**
 * Text of an experiment file, given by its path or by a built-in experiment's name.
 * @throws ConfigurationError where there is neither
 */
export async function readExperiment(
  fileOrName: string,
): Promise<{ readonly text: string; readonly filename: string }> {
  const names = await experimentNames();
  const isName = names.includes(fileOrName);
  const file = `${fileOrName}.yaml`;
  const path = isName ? fileURLToPath(new URL(file, builtIn)) : fileOrName;
  try {
    return { text: await readFile(path, "utf8"), filename: isName ? file : path };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EISDIR") throw new ConfigurationError(`${path}: is a folder, not a file`);
    if (code !== "ENOENT") throw new ConfigurationError(`${path}: cannot be read (${code})`);
    if (extname(path) !== "") throw new ConfigurationError(`${path}: no such file`);
    throw new ConfigurationError(
      `no experiment named "${fileOrName}"; ${nearestName(fileOrName, names)}`,
    );
  }
}
