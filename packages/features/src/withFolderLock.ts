import { setTimeout as sleep } from "node:timers/promises";
import { lockFolder } from "./lockFolder.js";

/** Milliseconds between two attempts to take the lock. */
const POLL = 250;

/**
 * Does work that one process at a time may do in a folder: waits for its lock, takes it, and gives it back.
 *
 * @param onWait called before each wait; what it throws ends the wait.
 * @param work its signal is aborted where the lock is lost.
 */
export async function withFolderLock<Result>(
  folder: string,
  onWait: () => Promise<void>,
  work: (lost: AbortSignal) => Promise<Result>,
): Promise<Result> {
  let lock = await lockFolder(folder);
  while (lock === undefined) {
    await onWait();
    await sleep(POLL);
    lock = await lockFolder(folder);
  }
  try {
    return await work(lock.lost);
  } finally {
    await lock.release();
  }
}
