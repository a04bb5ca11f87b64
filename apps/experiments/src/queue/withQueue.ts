import { connectQueue } from "./connectQueue.js";
import { RunQueue } from "./RunQueue.js";
import type { QueueAddress } from "./readQueueAddress.js";
import { SweepStore } from "./SweepStore.js";

/** A queue's runs, and what is stored of its sweeps. */
export interface OpenQueue {
  readonly store: SweepStore;
  readonly queue: RunQueue;
}

/**
 * Does something with a queue, and lets go of it.
 * @throws QueueError where it cannot be reached
 */
export async function withQueue<Result>(
  address: QueueAddress,
  use: (open: OpenQueue) => Promise<Result>,
): Promise<Result> {
  const redis = await connectQueue(address);
  const queue = new RunQueue(redis);
  try {
    return await use({ store: new SweepStore(redis), queue });
  } finally {
    await queue.close();
    redis.disconnect();
  }
}
