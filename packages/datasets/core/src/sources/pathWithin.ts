import { isAbsolute, join } from "node:path";
import { DatasetError, type DatasetErrorPlace } from "../DatasetError.js";

/**
 * The path `<folder>/<name>` of a file that data name, for example a column of a table. Only the name is looked at:
 * links that the user put into the folder are followed, so that files may lie on another disk.
 *
 * @param name relative, with `/` between folders
 * @param place where the name was read, for the error
 * @throws DatasetError when the name is empty or absolute, leads out of the folder with `..`, or has a backslash, a
 * drive letter or a character that no file name has.
 */
export function pathWithin(folder: string, name: string, place: DatasetErrorPlace = {}): string {
  if (
    name.trim() === "" ||
    isAbsolute(name) ||
    /[\\\0]|^[a-z]:/i.test(name) ||
    name.split("/").includes("..")
  ) {
    throw new DatasetError(
      `expected the name of a file in the folder ${folder}, found ${JSON.stringify(name)}`,
      place,
    );
  }
  return join(folder, name);
}
