import { spawn } from "node:child_process";
import { on, once } from "node:events";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import type { RemoteSource } from "./downloadSource.js";

const built = new URL("../../dist/sources/downloadSource.js", import.meta.url);

/** `downloadSource` in a process of its own, which ends with the running test at the latest. */
export function downloadProcess(source: RemoteSource, destination: string) {
  const script = `
    import { downloadSource } from ${JSON.stringify(built)};
    await downloadSource(${JSON.stringify(source)}, ${JSON.stringify(destination)}, {
      onProgress: ({ received }) => console.log(received),
      limits: { poll: 10 },
    });`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines = on(createInterface(child.stdout), "line", { close: ["close"] });
  return {
    /** Resolves when the process reports that `received` bytes or more are there. */
    async reported(received: number): Promise<void> {
      for await (const [line] of lines) if (Number(line) >= received) return;
    },
    /** Exit code, or the signal that ended it. */
    ended: once(child, "exit").then(([code, signal]) => (code ?? signal) as number | string),
    kill: () => child.kill("SIGKILL"),
  };
}
