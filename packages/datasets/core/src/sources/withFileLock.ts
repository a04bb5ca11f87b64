import { setTimeout as sleep } from "node:timers/promises";

/** After this many milliseconds without a sign of life, a lock is that of a process that is gone. */
const STALE = 10_000;

interface LockSettings {
  /** Milliseconds between two attempts to take the lock. */
  readonly poll: number;
  /** Called before each wait. What it throws ends the wait. */
  onWait(): void | Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Does work that one process at a time may do on a file: waits for the lock `<file>.lock`, takes it, and gives it
 * back. The lock of a process that was killed is taken over after 10 s. The work's signal is aborted where the lock
 * is lost, as when the machine slept and another process took it over.
 */
export async function withFileLock<Result>(
  file: string,
  { poll, onWait, signal }: LockSettings,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  // It changes how the process ends: only where a lock is needed.
  const { lock } = await import("proper-lockfile");
  const lost = new AbortController();
  const take = () =>
    lock(file, {
      realpath: false, // the file need not exist
      stale: STALE,
      onCompromised: () => lost.abort(new Error(`the lock ${file}.lock was lost`)),
    });
  let release: Awaited<ReturnType<typeof take>> | undefined;
  while (release === undefined) {
    signal?.throwIfAborted();
    release = await take().catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== "ELOCKED") throw error;
      await onWait();
      await sleep(poll, undefined, { signal }).catch(() => signal?.throwIfAborted());
      return undefined;
    });
  }
  try {
    return await work(AbortSignal.any(signal ? [signal, lost.signal] : [lost.signal]));
  } finally {
    await release().catch(() => {}); // lost
  }
}
