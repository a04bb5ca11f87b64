import { ConfigurationError } from "../config/ConfigurationError.js";

/** Where a queue is. */
export interface QueueAddress {
  /** What connects to it, password included. */
  readonly options: {
    readonly host: string;
    readonly port: number;
    /** Number of the database. */
    readonly db: number;
    readonly username?: string;
    readonly password?: string;
    /** There where the connection is over TLS. */
    readonly tls?: object;
  };
  /** The address without user and password, to be printed. */
  readonly shown: string;
}

/**
 * Reads `redis://[user:password@]host[:port][/database]`; `rediss://` is over TLS. Special characters of a password
 * are percent-encoded in the address.
 * @param password instead of the address's, as it is
 * @throws ConfigurationError that does not repeat the password
 */
export function readQueueAddress(address: string, password?: string): QueueAddress {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const database = Number(url?.pathname.slice(1));
  if (
    url === undefined ||
    !["redis:", "rediss:"].includes(url.protocol) ||
    url.hostname === "" ||
    !Number.isInteger(database) ||
    database < 0
  ) {
    throw new ConfigurationError(
      "--queue: expected redis://host:port or rediss://host:port, with user:password@ before the host and /database behind the port where needed",
    );
  }
  const secret = password || decode(url.password);
  const username = decode(url.username);
  return {
    options: {
      host: url.hostname.replace(/^\[(.*)\]$/, "$1"), // IPv6
      port: Number(url.port || 6379),
      db: database,
      ...(username !== "" && { username }),
      ...(secret !== "" && { password: secret }),
      ...(url.protocol === "rediss:" && { tls: {} }),
    },
    shown: `${url.protocol}//${url.host}${database > 0 ? `/${database}` : ""}`,
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ConfigurationError("--queue: a % in user or password is written as %25");
  }
}
