import { readdir, readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { fileURLToPath } from "node:url";
import { ConfigurationError } from "./ConfigurationError.js";
import { nearestName } from "./nearestName.js";

const builtIn = new URL("../../experiments/", import.meta.url);

/** Names of the experiments that come with the app. */
export async function experimentNames(): Promise<string[]> {
  const files = await readdir(builtIn);
  return files.filter((file) => file.endsWith(".yaml")).map((file) => basename(file, ".yaml"));
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
  const path = isName ? fileURLToPath(new URL(`${fileOrName}.yaml`, builtIn)) : fileOrName;
  try {
    return { text: await readFile(path, "utf8"), filename: isName ? basename(path) : path };
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
