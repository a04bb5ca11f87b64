import { DatasetError, readLines } from "@sigf1/datasets";

/** The root of the ICD-9 tree, of which every code is a descendant: no label. */
const root = "@";

/**
 * Reads the ICD-9 tree, one `parent TAB child` on each line, and gives every code's ancestors: parent, grandparent, …
 * without the root `@`.
 *
 * @throws DatasetError with file and line when a line is no pair, a child has two parents, a code is its own ancestor,
 * or, in a tree that has the root, a parent does not descend from it.
 */
export async function readCodeTree(path: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const edges = new Map<string, { readonly parent: string; readonly line: number }>();
  const parents = new Map<string, number>();
  for await (const { text, line } of readLines(path)) {
    if (text.trim() === "") continue;
    const fail = (message: string) => new DatasetError(message, { file: path, line });
    const [parent = "", child = "", ...others] = text.split("\t").map((code) => code.trim());
    if (parent === "" || child === "" || others.length > 0) {
      throw fail(
        `expected a parent, a tab and a child, found ${JSON.stringify(text.slice(0, 80))}`,
      );
    }
    const known = edges.get(child);
    if (known !== undefined && known.parent !== parent) {
      throw fail(`${child} has the parent ${parent}, but ${known.parent} on line ${known.line}`);
    }
    edges.set(child, known ?? { parent, line });
    if (!parents.has(parent)) parents.set(parent, line);
  }
  if (parents.has(root)) {
    for (const [parent, line] of parents) {
      if (parent === root || edges.has(parent)) continue;
      throw new DatasetError(`the parent ${parent} is no descendant of the root ${root}`, {
        file: path,
        line,
      });
    }
  }
  const ancestors = new Map<string, readonly string[]>();
  for (const code of [...edges.keys(), ...parents.keys()]) {
    if (code !== root) ancestors.set(code, ancestorsOf(code, edges, path));
  }
  return ancestors;
}

function ancestorsOf(
  code: string,
  edges: ReadonlyMap<string, { readonly parent: string; readonly line: number }>,
  file: string,
): string[] {
  const above = new Set<string>();
  for (let edge = edges.get(code); edge !== undefined; edge = edges.get(edge.parent)) {
    if (edge.parent === code || above.has(edge.parent)) {
      throw new DatasetError(`${code} goes up to ${edge.parent} again and again: a cycle`, {
        file,
        line: edge.line,
      });
    }
    if (edge.parent !== root) above.add(edge.parent);
  }
  return [...above];
}
