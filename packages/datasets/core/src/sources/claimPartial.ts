import { randomUUID } from "node:crypto";
import { readdir, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * A name beside `destination` that this download alone writes to, `<destination>.<pid>-<uuid>.partial`. What a
 * broken download (`<destination>.partial`) or a process that is gone left there is moved to it, to be continued;
 * the move takes it from every other download.
 */
export async function claimPartial(destination: string): Promise<string> {
  const own = `${destination}.${process.pid}-${randomUUID()}.partial`;
  const folder = dirname(destination);
  for (const name of await readdir(folder)) {
    if (!isLeft(name, basename(destination))) continue;
    const claimed = await rename(join(folder, name), own).then(
      () => true,
      () => false, // another download was quicker
    );
    if (claimed) break;
  }
  return own;
}

function isLeft(name: string, filename: string): boolean {
  if (name === `${filename}.partial`) return true;
  if (!name.startsWith(`${filename}.`)) return false;
  const [, pid] = /^(\d+)-[\da-f-]{36}\.partial$/.exec(name.slice(filename.length + 1)) ?? [];
  return pid !== undefined && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0); // sends nothing
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
