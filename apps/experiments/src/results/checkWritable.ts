import { access, constants, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { ConfigurationError } from "../config/ConfigurationError.js";

/** @throws ConfigurationError unless results can be written into this folder, which need not exist yet */
export async function checkWritable(folder: string): Promise<void> {
  let existing = folder;
  let found = await stat(existing).catch(() => undefined);
  while (found === undefined && existing !== dirname(existing)) {
    existing = dirname(existing);
    found = await stat(existing).catch(() => undefined);
  }
  if (found?.isDirectory() !== true) {
    throw new ConfigurationError(`--out ${folder}: ${existing} is not a folder`);
  }
  await access(existing, constants.W_OK).catch(() => {
    throw new ConfigurationError(`--out ${folder}: ${existing} can't be written to`);
  });
}
