import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Lends a temporary folder, and removes it whether the user ends well, fails or is stopped by a signal. */
export async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "sigf1-bench-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const stop = (_signal: NodeJS.Signals, value: number) => process.exit(128 + value);
  process.once("exit", remove);
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    return await use(folder);
  } finally {
    remove();
    process.off("exit", remove);
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}
