import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Source } from "../Dataset.js";
import { claimPartial } from "./claimPartial.js";
import { findMismatch } from "./findMismatch.js";

/** Milliseconds to wait for the head of an answer; the body may take as long as it likes. */
const ANSWER_LIMIT = 60_000;

/** A source that can be fetched. */
export type RemoteSource = Source & { readonly url: string };

/** How far a download has come. */
export interface DownloadProgress {
  readonly filename: string;
  /** Bytes on disk so far, those of an earlier, broken attempt included. */
  readonly received: number;
  /** Bytes of the whole file, where the server or the source says so. */
  readonly total: number | undefined;
}

/**
 * Fetches a source's URL to `destination`: streamed to a partial file of its own (`claimPartial`), verified, then
 * renamed, so that the final name never holds a half-written or wrong file, also where several processes fetch it
 * at once. A partial file left by a broken attempt is continued with a Range request where the source declares a
 * digest that would expose a wrong join.
 *
 * One attempt: throws an Error with the reason when there is no connection, no answer within 60 s, the server
 * refuses, the transfer breaks off (what came stays, as `<destination>.partial`), or the file is not the expected
 * one (nothing stays).
 */
export async function downloadSource(
  source: RemoteSource,
  destination: string,
  onProgress?: (progress: DownloadProgress) => void,
): Promise<void> {
  await mkdir(dirname(destination), { recursive: true });
  const partial = await claimPartial(destination);
  try {
    await fetchTo(partial, source, onProgress);
  } catch (error) {
    await rename(partial, `${destination}.partial`).catch(() => {}); // nothing came
    throw error;
  }
  try {
    const mismatch = await findMismatch(partial, source);
    if (mismatch !== undefined) throw new Error(`what came is not the expected file: ${mismatch}`);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await rename(partial, destination);
}

/** Streams the URL to the file, after what it holds where a digest can verify the whole. */
async function fetchTo(
  partial: string,
  source: RemoteSource,
  onProgress: ((progress: DownloadProgress) => void) | undefined,
): Promise<void> {
  const { filename } = source;
  const verifiable = source.sha256 !== undefined || source.contentDigest !== undefined;
  const { response, offset } = await request(source.url, verifiable ? await sizeOf(partial) : 0);
  const length = response.headers.get("content-length");
  const total = length === null ? source.bytes : offset + Number(length);
  let received = offset;
  const file = await open(partial, offset > 0 ? "a" : "w");
  try {
    // Each chunk is on disk before the next is read, so that a break loses little.
    for await (const chunk of response.body ?? []) {
      await file.appendFile(chunk);
      received += chunk.length;
      onProgress?.({ filename, received, total });
    }
  } catch (error) {
    const whole = total === undefined ? "" : ` of ${total}`;
    throw new Error(
      `the transfer broke off after ${received}${whole} bytes (${reasonOf(error)}); run it again to go on`,
      { cause: error },
    );
  } finally {
    await file.close();
  }
}

/** Asks for the file from `offset` on; the offset that comes back is 0 where the server sends it whole. */
async function request(
  url: string,
  offset: number,
): Promise<{ response: Response; offset: number }> {
  // A content coding would make ranges and lengths those of the coded bytes.
  const headers = {
    "accept-encoding": "identity",
    ...(offset > 0 && { range: `bytes=${offset}-` }),
  };
  const limit = new AbortController();
  const timer = setTimeout(() => {
    limit.abort(new Error(`no answer within ${ANSWER_LIMIT / 1000} s`));
  }, ANSWER_LIMIT);
  const response = await fetch(url, { headers, signal: limit.signal })
    .catch((error: unknown) => {
      throw new Error(`no connection (${reasonOf(error)})`, { cause: error });
    })
    .finally(() => clearTimeout(timer));
  if (
    response.status === 206 &&
    response.headers.get("content-range")?.startsWith(`bytes ${offset}-`)
  ) {
    return { response, offset };
  }
  if (response.status === 200) return { response, offset: 0 };
  await response.body?.cancel();
  // 416: the partial file is as long as the whole or longer, so it cannot be continued.
  if (offset > 0 && (response.status === 416 || response.status === 206)) return request(url, 0);
  throw new Error(`the server answered ${response.status} ${response.statusText}`.trimEnd());
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

/** fetch hides the reason (ENOTFOUND, ECONNREFUSED, …) in the error's cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return cause.message || ("code" in cause ? String(cause.code) : cause.name);
}
