/** After this many milliseconds without a sign of life, a lock is that of a process that is gone. */
const STALE = 10_000;

/** A lock that this process holds. */
export interface FolderLock {
  /** Aborted where another process took the lock over, as when the machine slept, or this process was busy, for over 10 s. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/**
 * Takes the lock of a folder, `<folder>.lock`, if no process has it; undefined where one has. The lock of a process
 * that was killed is free after 10 s. The folder need not exist, but the one around it must.
 */
export async function lockFolder(folder: string): Promise<FolderLock | undefined> {
  // It changes how the process ends: only where a lock is needed.
  const { lock } = await import("proper-lockfile");
  const lost = new AbortController();
  try {
    const release = await lock(folder, {
      realpath: false, // the folder need not exist
      stale: STALE,
      onCompromised: () => lost.abort(new Error(`the lock ${folder}.lock was lost`)),
    });
    return { lost: lost.signal, release: () => release().catch(() => {}) }; // lost
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ELOCKED") return undefined;
    throw error;
  }
}
