import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../temporaryFolder.test.fixture.js";

/** A file that goes when the running test ends; returns its path. */
export function textFile(content: string | Uint8Array, name = "some.txt"): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** What an async iterable yields, and the error that ends it. */
export async function drain<Item>(
  items: AsyncIterable<Item>,
): Promise<{ items: Item[]; error: unknown }> {
  const drained: Item[] = [];
  try {
    for await (const item of items) drained.push(item);
  } catch (error) {
    return { items: drained, error };
  }
  return { items: drained, error: undefined };
}
