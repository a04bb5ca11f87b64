import { access, mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pRetry from "p-retry";
import type { Source } from "../Dataset.js";
import { reasonOf } from "../reasonOf.js";
import { DOWNLOAD_LIMITS, type DownloadSettings } from "./DownloadSettings.js";
import { findMismatch } from "./findMismatch.js";
import { sizeOf } from "./sizeOf.js";
import { Transfer } from "./Transfer.js";
import { TransferError } from "./TransferError.js";
import { withFileLock } from "./withFileLock.js";

/** A source that can be fetched. */
export type RemoteSource = Source & { readonly url: string };

/**
 * Fetches a source's URL to `destination`: streamed to `<destination>.partial`, verified, then renamed, so that the
 * final name never holds a half-written or wrong file. Of several calls and processes at once, one fetches and the
 * others wait for it.
 *
 * A failure that may pass (no answer, a broken or stalled transfer, 5xx, 408, 429) is followed by further attempts,
 * ever later. What came before a break is kept and continued: see `Transfer`; by a later call, only where the source
 * declares a digest that would expose a wrong join.
 *
 * @throws Error with the reason: the last attempt's, a full disk, a file that is not the expected one (nothing stays)
 * @throws the signal's reason, or what `onProgress` throws
 */
export async function downloadSource(
  source: RemoteSource,
  destination: string,
  { onProgress, signal, limits }: DownloadSettings = {},
): Promise<void> {
  const { filename, url, bytes } = source;
  const { retries, retryDelay, maxRetryDelay, idle, poll } = { ...DOWNLOAD_LIMITS, ...limits };
  const partial = `${destination}.partial`;
  const verifiable = source.sha256 !== undefined || source.contentDigest !== undefined;
  const onWait = async () =>
    onProgress?.({ filename, received: await sizeOf(partial), total: bytes });
  await mkdir(dirname(destination), { recursive: true });
  await withFileLock(destination, { poll, onWait, signal }, async (held) => {
    if (await exists(destination)) return; // another call has fetched and verified it
    const transfer = new Transfer({
      filename,
      url,
      bytes,
      partial,
      verifiable,
      idle,
      onProgress,
      signal: held,
    });
    const attempt = async () => {
      const ofEarlierRun = await transfer.attempt();
      const mismatch = await findMismatch(partial, source).catch(reasonOf);
      if (mismatch === undefined) return;
      await rm(partial, { force: true });
      const message = `what came is not the expected file: ${mismatch}`;
      throw new TransferError(message, { mayPass: ofEarlierRun });
    };
    await pRetry(attempt, {
      retries,
      minTimeout: retryDelay,
      maxTimeout: maxRetryDelay,
      signal: held,
      shouldRetry: ({ error }) => error instanceof TransferError && error.mayPass,
      async onFailedAttempt({ error, retriesLeft }) {
        if (!(error instanceof TransferError && error.mayPass && retriesLeft > 0)) return;
        const wait = Math.min(error.retryAfter, maxRetryDelay);
        await sleep(wait, undefined, { signal: held }).catch(() => held.throwIfAborted());
      },
    });
    await rename(partial, destination);
  });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
