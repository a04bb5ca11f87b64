import { resolve } from "node:path";
import { ConfigurationError } from "../config/ConfigurationError.js";
import { isFolder } from "../results/isFolder.js";

/** @throws ConfigurationError where the option is given and names no folder */
export async function checkFolder(option: string, folder: string | undefined): Promise<void> {
  if (folder === undefined || (await isFolder(folder))) return;
  throw new ConfigurationError(`${option} ${folder}: ${resolve(folder)} is not a folder`);
}
