import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The built program. */
export const program = fileURLToPath(new URL("../../bin/sigf1.js", import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built program at work. */
export interface Started {
  readonly outcome: Promise<Outcome>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts the built program in a folder, which also holds its cache; `told` hears its stderr so far as it grows. */
export function startProgram(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  told: (stderr: string) => void = () => {},
): Started {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...process.env, SIGF1_CACHE: join(folder, "cache"), SIGF1_DATA: "", ...environment },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
    told(stderr);
  });
  const outcome = new Promise<Outcome>((resolve) => {
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
  return { outcome, kill: (signal) => child.killed || child.kill(signal) };
}

/** Runs the built program in a folder; `stop` may send it a signal as its output grows. */
export function runProgram(
  folder: string,
  args: readonly string[],
  stop: (stderr: string) => NodeJS.Signals | undefined = () => undefined,
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const started = startProgram(folder, args, environment, (stderr) => {
    const signal = stop(stderr);
    if (signal !== undefined) started.kill(signal);
  });
  return started.outcome;
}
