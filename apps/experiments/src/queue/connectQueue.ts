import { setTimeout } from "node:timers/promises";
import { Redis } from "ioredis";
import { describeReply } from "./describeReply.js";
import { QueueError } from "./QueueError.js";
import type { QueueAddress } from "./readQueueAddress.js";

/** Milliseconds after which a server that says nothing counts as not reachable. */
const SILENCE = 10_000;
/** Most milliseconds between two attempts to connect. */
const LONGEST_PAUSE = 10_000;

/**
 * Connects once, and gives up where the server falls silent.
 * @param say told what may lose results
 * @throws QueueError saying what is wrong, and what to do
 */
export async function connectQueue(
  address: QueueAddress,
  say: (text: string) => void,
): Promise<Redis> {
  const settings = { maxRetriesPerRequest: 0, socketTimeout: SILENCE, pause: () => null };
  return warnOfEviction(await connect(address, settings), say);
}

/**
 * Connects however long the server is away, and again whenever it goes; commands wait for it.
 * @param say told when the server goes and comes
 * @throws QueueError where the server refuses the login or is not to be trusted
 */
export async function holdQueue(
  address: QueueAddress,
  say: (text: string) => void,
  signal?: AbortSignal,
): Promise<Redis> {
  const pause = (attempt: number) => Math.min(250 * 2 ** attempt, LONGEST_PAUSE);
  for (let attempt = 0; ; attempt += 1) {
    try {
      const redis = await connect(address, { maxRetriesPerRequest: null, pause });
      return tellOutages(await warnOfEviction(redis, say), address, say);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      if (attempt === 0) say(`${error.message}; trying again`);
      await setTimeout(pause(attempt), undefined, signal && { signal });
    }
  }
}

/** No server answers: it may come. */
class Unreachable extends QueueError {}

interface Persistence {
  readonly maxRetriesPerRequest: number | null;
  /** Milliseconds without an answer after which the connection is given up. */
  readonly socketTimeout?: number;
  /** Milliseconds before the next attempt; nothing where there is to be none. */
  readonly pause: (attempt: number) => number | null;
}

async function connect(
  { options, shown }: QueueAddress,
  { pause, ...persistence }: Persistence,
): Promise<Redis> {
  let established = false;
  const redis = new Redis({
    ...options,
    ...persistence,
    connectTimeout: SILENCE,
    lazyConnect: true,
    // The first attempt tells what is wrong with address or login.
    retryStrategy: (attempt) => (established ? pause(attempt) : null),
  });
  let reason: Error | undefined;
  redis.on("error", (error: Error) => {
    reason = error;
  });
  try {
    await redis.connect();
    await redis.select(options.db); // the client goes on with database 0 where there is no such
    established = true;
    return redis;
  } catch (error) {
    redis.disconnect();
    throw explain(shown, reason ?? (error as Error));
  }
}

/** What went wrong with a connection, for people. */
export function explain(shown: string, error: Error & { readonly code?: string }): QueueError {
  const { message, code = "" } = error;
  if (/^(WRONGPASS|NOAUTH|NOPERM|ERR AUTH|ERR invalid password)/.test(message)) {
    return new QueueError(
      `the queue ${shown} refuses the login: wrong or missing user or password`,
    );
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/.test(code)) {
    return new QueueError(
      `the certificate of the queue ${shown} is not trusted: ${message}; NODE_EXTRA_CA_CERTS=FILE names a certificate authority to trust`,
    );
  }
  if (/EPROTO|ERR_SSL/.test(code)) {
    return new QueueError(`the queue ${shown} does not speak TLS: ${message.split("\n")[0]}`);
  }
  const reply = describeReply(error);
  if (reply !== undefined) return new QueueError(reply);
  if (message.startsWith("Socket timeout")) {
    return new Unreachable(
      `the queue ${shown} takes the connection, but has not answered for ${SILENCE / 1000} s`,
    );
  }
  if (code === "ECONNRESET" || message === "Connection is closed.") {
    return new Unreachable(`the queue ${shown} closes the connection: is it for TLS (rediss://)?`);
  }
  if (code === "ETIMEDOUT" && shown.startsWith("rediss:")) {
    return new Unreachable(`the queue ${shown} does not answer: is it without TLS (redis://)?`);
  }
  return new Unreachable(`the queue ${shown} cannot be reached: ${message}`);
}

async function warnOfEviction(redis: Redis, say: (text: string) => void): Promise<Redis> {
  // A server may forbid the question.
  const facts = await redis.info("memory").catch(() => "");
  const policy = /maxmemory_policy:(\S+)/.exec(facts)?.[1] ?? "noeviction";
  if (policy !== "noeviction") {
    say(
      `warning: the queue's Redis may throw results away when it is full (maxmemory-policy ${policy}): let it be started with noeviction`,
    );
  }
  return redis;
}

function tellOutages(redis: Redis, { shown }: QueueAddress, say: (text: string) => void): Redis {
  let away = false;
  redis.on("close", () => {
    if (!away && redis.status !== "end") say(`lost the queue ${shown}; trying to connect again`);
    away = true;
  });
  redis.on("ready", () => {
    if (away) say(`connected to the queue ${shown} again`);
    away = false;
  });
  return redis;
}
