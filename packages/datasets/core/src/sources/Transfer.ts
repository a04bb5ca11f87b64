import { type FileHandle, open } from "node:fs/promises";
import { reasonOf } from "../reasonOf.js";
import type { DownloadProgress } from "./DownloadSettings.js";
import { requestFrom } from "./requestFrom.js";
import { sizeOf } from "./sizeOf.js";
import { TransferError } from "./TransferError.js";

export interface TransferSettings {
  readonly filename: string;
  readonly url: string;
  /** Size that the source declares. */
  readonly bytes: number | undefined;
  /** The file to write to, after what it holds. */
  readonly partial: string;
  /** Whether what is joined to an earlier run's bytes will be verified by a digest. */
  readonly verifiable: boolean;
  /** Milliseconds without a byte after which an attempt is broken off. */
  readonly idle: number;
  readonly onProgress: ((progress: DownloadProgress) => void) | undefined;
  readonly signal: AbortSignal;
}

/**
 * The transfer of a URL to a partial file, in as many attempts as it takes. An attempt goes on after the bytes of
 * the one before where the server names the version of the file (a strong `ETag`, sent back as `If-Range`), or where
 * a digest will expose a wrong join; else it starts anew.
 */
export class Transfer {
  readonly #settings: TransferSettings;
  #etag: string | undefined;
  #begun = false;

  constructor(settings: TransferSettings) {
    this.#settings = settings;
  }

  /**
   * One attempt. Returns whether the file starts with bytes of an earlier run.
   *
   * @throws TransferError when no answer comes, the server refuses, sends nothing for too long or breaks off;
   * the signal's reason; what onProgress throws; an Error naming the file when it cannot be written
   */
  async attempt(): Promise<boolean> {
    const { partial, verifiable, idle, signal } = this.#settings;
    const kept = verifiable || this.#etag !== undefined ? await sizeOf(partial) : 0;
    const stalled = new AbortController();
    const timer = setTimeout(() => {
      stalled.abort(new Error(`the server sent nothing for ${idle / 1000} s`));
    }, idle);
    try {
      const both = AbortSignal.any([signal, stalled.signal]);
      const answer = await requestFrom(kept, this.#settings.url, this.#etag, both);
      const ofEarlierRun = answer.offset > 0 && !this.#begun;
      this.#begun ||= answer.offset === 0;
      this.#etag = answer.etag;
      await this.#write(answer, timer);
      return ofEarlierRun;
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async #write(
    { body, offset, length }: Awaited<ReturnType<typeof requestFrom>>,
    timer: NodeJS.Timeout,
  ): Promise<void> {
    const { filename, partial, bytes, onProgress } = this.#settings;
    const total = length === undefined ? bytes : offset + length;
    let received = offset;
    const file = await open(partial, offset > 0 ? "a" : "w");
    try {
      // Each chunk is on disk before the next is read, so that a break loses little.
      for await (const chunk of chunksOf(body, offset, total)) {
        timer.refresh();
        await write(file, chunk, partial, received, total);
        received += chunk.length;
        onProgress?.({ filename, received, total });
      }
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

async function* chunksOf(
  body: AsyncIterable<Uint8Array>,
  offset: number,
  total: number | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  let received = offset;
  try {
    for await (const chunk of body) {
      received += chunk.length;
      yield chunk;
    }
  } catch (cause) {
    const whole = total === undefined ? "" : ` of ${total}`;
    throw new TransferError(
      `the transfer broke off after ${received}${whole} bytes (${reasonOf(cause)})`,
      { mayPass: true, cause },
    );
  }
}

async function write(
  file: FileHandle,
  chunk: Uint8Array,
  path: string,
  received: number,
  total: number | undefined,
): Promise<void> {
  try {
    await file.appendFile(chunk);
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "ENOSPC")) throw cause;
    const missing = total === undefined ? "" : `; ${total - received} bytes more are needed`;
    throw new Error(
      `the disk is full: ${path} cannot be written past ${received} bytes${missing}`,
      {
        cause,
      },
    );
  }
}
