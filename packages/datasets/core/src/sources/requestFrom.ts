import { reasonOf } from "../reasonOf.js";
import { TransferError } from "./TransferError.js";

/** The head of a server's answer, with its body still to come. */
export interface Answer {
  readonly body: AsyncIterable<Uint8Array>;
  /** Where the body starts in the file. */
  readonly offset: number;
  /** Bytes of the body, where the server says so. */
  readonly length: number | undefined;
  /** Names the version of the file, where the server vouches for every byte of it (a strong ETag). */
  readonly etag: string | undefined;
}

/**
 * Asks for a URL's file from `offset` on. The answer's offset is 0 where the server sends it whole: because it knows
 * no ranges, or has another version than `etag` now.
 *
 * @throws TransferError when no answer comes, or the server refuses
 */
export async function requestFrom(
  offset: number,
  url: string,
  etag: string | undefined,
  signal: AbortSignal,
): Promise<Answer> {
  const headers = {
    "accept-encoding": "identity", // a content coding would make ranges and lengths those of the coded bytes
    ...(offset > 0 && { range: `bytes=${offset}-` }),
    ...(offset > 0 && etag !== undefined && { "if-range": etag }),
  };
  const response = await fetch(url, { headers, signal }).catch((cause: unknown) => {
    const reason = reasonOf(cause);
    // A name that no server knows is a mistake in the URL, or a machine that is offline.
    throw new TransferError(`no answer (${reason})`, {
      mayPass: !reason.includes("ENOTFOUND"),
      cause,
    });
  });
  const { status, statusText } = response;
  const answerFrom = (start: number, body: AsyncIterable<Uint8Array> | null): Answer => {
    const length = response.headers.get("content-length");
    const found = response.headers.get("etag");
    return {
      body: body ?? nothing(),
      offset: start,
      length: length === null ? undefined : Number(length),
      etag: found?.startsWith('"') ? found : undefined,
    };
  };
  if (status === 200) return answerFrom(0, response.body);
  const range = response.headers.get("content-range");
  if (status === 206 && range?.startsWith(`bytes ${offset}-`)) {
    return answerFrom(offset, response.body);
  }
  await response.body?.cancel();
  if (status === 416 && range === `bytes */${offset}`) {
    return { body: nothing(), offset, length: 0, etag }; // all of it is there
  }
  // What is there is longer than the file, or the server sends another range than that asked for.
  if (offset > 0 && (status === 416 || status === 206)) {
    return requestFrom(0, url, undefined, signal);
  }
  throw new TransferError(`the server answered ${status} ${statusText}`.trimEnd(), {
    mayPass: status >= 500 || status === 408 || status === 429,
    retryAfter: millisecondsIn(response.headers.get("retry-after")),
  });
}

async function* nothing(): AsyncGenerator<Uint8Array, void, undefined> {}

/** A `Retry-After`: seconds, or a date. */
function millisecondsIn(retryAfter: string | null): number {
  if (retryAfter === null) return 0;
  const milliseconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter) - Date.now();
  return Math.max(0, milliseconds) || 0;
}
