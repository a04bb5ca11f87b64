import { connectQueue, explain } from "./connectQueue.js";
import { describeReply } from "./describeReply.js";
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
 * @throws QueueError where it cannot be reached, falls silent or refuses
 */
export async function withQueue<Result>(
  address: QueueAddress,
  use: (open: OpenQueue) => Promise<Result>,
): Promise<Result> {
  const redis = await connectQueue(address, (text) => process.stderr.write(`${text}\n`));
  let lost: Error | undefined;
  redis.on("error", (error: Error) => {
    lost = error;
  });
  const queue = new RunQueue(redis);
  try {
    await queue.ready();
    return await use({ store: new SweepStore(redis), queue });
  } catch (error) {
    if (lost !== undefined) throw explain(address.shown, lost);
    if (error instanceof Error && describeReply(error) !== undefined) {
      throw explain(address.shown, error);
    }
    throw error;
  } finally {
    // One that fell silent would not answer to this, either.
    if (redis.status === "ready") await queue.close();
    redis.disconnect();
  }
}
