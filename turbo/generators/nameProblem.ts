import { existsSync } from "node:fs";
import { join } from "node:path";

/** Why a new dataset can't have this id, and what to do; undefined where it can. */
export function nameProblem(id: string, root: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    return `"${id}" is not kebab-case: use lower-case letters, digits and single hyphens, first a letter, for example my-set`;
  }
  const folder = `packages/datasets/${id}`;
  return existsSync(join(root, folder))
    ? `${folder} is there already: choose another id, or remove that folder`
    : undefined;
}
