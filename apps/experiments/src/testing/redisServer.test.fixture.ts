import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "./temporaryFolder.test.fixture.js";

const { REDIS_SERVER: server = "redis-server" } = process.env;

/** Whether there is a `redis-server` to test against. */
export const hasRedis = spawnSync(server, ["--version"]).status === 0;

/** A Redis of its own that keeps every write on disk, and ends with the test. */
export interface RedisServer {
  readonly port: number;
  /** Kills it at once. */
  kill(): Promise<void>;
  /** Lets it answer no more until it is killed. */
  pause(): void;
  /** Starts it again where it was, with what it had on disk. */
  start(): Promise<void>;
}

/** @param tls files of a certificate and its key: the port then speaks TLS */
export async function redisServer(
  settings: readonly string[] = [],
  tls?: { readonly cert: string; readonly key: string },
): Promise<RedisServer> {
  const folder = await temporaryFolder();
  const port = await freePort();
  const ports = tls
    ? ["--port", "0", "--tls-port", `${port}`, "--tls-auth-clients", "no"].concat([
        "--tls-cert-file",
        tls.cert,
        "--tls-key-file",
        tls.key,
        "--tls-ca-cert-file",
        tls.cert,
      ])
    : ["--port", `${port}`];
  const durable = ["--dir", folder, "--appendonly", "yes", "--appendfsync", "always"];
  let child: ChildProcess | undefined;
  const kill = async () => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, "exit");
    child.kill("SIGKILL");
    await exit;
  };
  const start = async () => {
    const started = spawn(server, [...ports, ...durable, ...settings]);
    child = started;
    let output = "";
    await new Promise<void>((resolve, reject) => {
      started.stdout.on("data", (chunk) => {
        output += chunk;
        if (output.includes("Ready to accept connections")) resolve();
      });
      started.on("exit", () => reject(new Error(output)));
    });
  };
  await start();
  onTestFinished(kill);
  return { port, kill, start, pause: () => child?.kill("SIGSTOP") };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
