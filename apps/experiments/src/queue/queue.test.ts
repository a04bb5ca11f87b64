import { spawnSync } from "node:child_process";
import { access, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import type { StudyResults } from "../results/Results.js";
import { hasRedis, redisServer } from "../testing/redisServer.test.fixture.js";
import type { Started } from "../testing/runProgram.test.fixture.js";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";
import { redisClient, SweepProgram } from "./sweepProgram.test.fixture.js";

const title = hasRedis
  ? "a sweep through Redis"
  : "a sweep through Redis (SKIPPED: no redis-server on PATH; set REDIS_SERVER)";
const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

const study = (losses: string, seeds: string, epochs = 2) => `experiment: small
dataset: { use: simulated, examples: 120, classes: 4, cardinality: 1.2 }
encoder: standard-scaler
training: { epochs: ${epochs}, patience: ${epochs} }
losses: [${losses}]
baselines: [all-positive]
seeds: [${seeds}]
`;
const SHORT = study("binary-cross-entropy, sigmoid-f1", "0, 1");
/** 18 variants of a loss and two baselines, by ten seeds. */
const GRID = study("sigmoid-f1", "0, 1, 2, 3, 4, 5, 6, 7, 8, 9")
  .replace("[all-positive]", "[all-positive, prevalence]")
  .concat("grid: { beta: [1, 2, 3, 4, 5, 6, 7, 8, 9], eta: [0, 1] }\n");
/** One run, on a dataset of its own. */
const OWN = study("sigmoid-f1", "0")
  .replace(/dataset: .*/, "dataset: ./own.mjs")
  .replace("[all-positive]", "[]");
/** A run of some seconds, and one that takes no time. */
const LONG = study("sigmoid-f1", "0", 3000);
const WITHIN = { timeout: 100_000, interval: 200 };

/** Sends a worker a signal when it has done so many runs. */
const after = (runs: number, signal: NodeJS.Signals) => (stderr: string, worker: Started) => {
  if (stderr.split(" s\n").length > runs) worker.kill(signal);
};

async function prepare(text: string, add = async (_folder: string) => {}) {
  const server = await redisServer();
  const program = await SweepProgram.create(text, `redis://127.0.0.1:${server.port}`);
  await add(program.folder);
  const submitted = await program.submit();
  return { server, program, submitted, id: submitted.stdout.split(":")[0] ?? "" };
}

describe.skipIf(!hasRedis)(title, () => {
  it("gives what one process gives, whatever dies: of four workers two, every connection, and Redis itself", async () => {
    const { server, program, submitted, id } = await prepare(GRID);
    expect(submitted.stdout).toMatch(/200 of 200 runs added/);
    const redis = redisClient(server.port);
    const reached = (count: number) =>
      vi.waitFor(
        async () => expect(await redis.hlen(`sigf1:done:${id}`)).toBeGreaterThanOrEqual(count),
        WITHIN,
      );
    const doomed = [1, 2].map(() => program.worker([], {}, after(6, "SIGKILL")));
    const workers = [program.worker(), program.worker()];
    await reached(20);
    await redis.call("CLIENT", "KILL", "TYPE", "normal");
    await Promise.all(doomed.map(({ outcome }) => outcome));
    await reached(60);
    await server.kill();
    await server.start();
    const outcomes = await Promise.all(workers.map(({ outcome }) => outcome));
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
    expect(outcomes[0]?.stderr).toMatch(/lost the queue .*; trying to connect again\n/);

    const { code } = await program.run(["sweep", "collect", "--out", "collected"]);
    expect(code).toBe(0);
    const results = await program.results("collected");
    expect(results.runs).toHaveLength(200);
    expect(results).toEqual(await program.undisturbed());
  });

  it("adds nothing when it is submitted twice; before its end collects what is done, and exits with 1", async () => {
    const { program } = await prepare(SHORT);
    expect((await program.submit()).stdout).toMatch(/0 of 6 runs added, 6 were in the queue/);
    const stopped = await program.worker([], {}, after(3, "SIGTERM")).outcome;
    expect(stopped.code).toBe(0);
    const early = await program.run(["sweep", "collect", "--out", "collected"]);
    expect(early.code).toBe(1);
    const done = Number(/(\d) of 6 runs are done/.exec(early.stderr)?.[1]);
    expect(done).toBeGreaterThanOrEqual(3);
    expect(await readdir(join(program.folder, "collected"))).toEqual(["runs"]);
    expect(await readdir(join(program.folder, "collected/runs"))).toHaveLength(done);

    await program.worker().outcome;
    const whole = await program.run(["sweep", "collect", "--out", "collected"]);
    expect(whole.code).toBe(0);
    expect(whole.stdout).toMatch(/sigmoid-f1/);
    expect(await program.results("collected")).toEqual(await program.undisturbed());
    expect((await program.submit()).stdout).toMatch(/0 of 6 runs added, 6 were done already/);
  });

  it("gives a run back at once when its worker is told to end; another goes on from the checkpoint in a shared folder", async () => {
    const { program, id } = await prepare(LONG);
    const shared = await temporaryFolder();
    const options = ["--shared", shared, "--checkpoint-every", "0", "--lost-after", "1000"];
    const first = program.worker(options);
    const runs = join(shared, id, "runs");
    await vi.waitFor(async () => {
      const [folder = ""] = await readdir(runs);
      await access(join(runs, folder, "checkpoint.safetensors"));
    }, WITHIN);
    first.kill("SIGTERM");
    expect((await first.outcome).code).toBe(0);
    expect((await program.status()).cells).toMatchObject([{ done: 0, active: 0, waiting: 2 }]);

    const second = await program.worker(options).outcome;
    expect(second.stderr).toMatch(/sigmoid-f1, seed 0: goes on from a checkpoint/);
    const { code } = await program.run(["sweep", "collect", "--shared", shared, "--out", "here"]);
    expect(code).toBe(0);
    expect(await program.results("here")).toEqual(await program.undisturbed());
  });

  it("cancels: takes waiting runs out, stops those under way; submitted again, it goes on", async () => {
    const { program } = await prepare(study("sigmoid-f1", "0, 1", 100_000));
    const worker = program.worker();
    await vi.waitFor(async () => expect((await program.status()).cells[0].active).toBe(1), WITHIN);
    expect(await program.status()).toMatchObject({
      experiment: "small",
      cancelled: false,
      workers: [expect.stringMatching(/-\d+$/)],
      cells: [{ name: "simulated", runs: 4, waiting: 3, missing: 0 }],
    });
    const cancelled = await program.run(["sweep", "cancel"]);
    expect(cancelled.stdout).toMatch(/3 waiting runs removed, 1 under way will stop/);
    const { code, stderr } = await worker.outcome;
    expect(code).toBe(0);
    expect(stderr).toMatch(/sigmoid-f1, seed 0: cancelled/);
    expect(await program.status()).toMatchObject({
      cancelled: true,
      cells: [{ done: 0, active: 0, waiting: 0, missing: 4 }],
    });
    expect((await program.submit()).stdout).toMatch(/4 of 4 runs added/);
    await program.run(["sweep", "cancel", "--purge"]);
    expect((await program.run(["sweep", "status"])).stderr).toMatch(/the queue has no sweep/);
  });

  it("reports runs that fail in any of the cells, as one process does; submitted again, they are tried again", async () => {
    const diverging = study("{ use: focal, optimizer: { use: sgd, learningRate: 1.0e+38 } }", "0");
    const { program } = await prepare(
      diverging.replace(/encoder: .*/, "matrix: { encoder: [standard-scaler, identity] }"),
    );
    expect((await program.worker().outcome).code).toBe(1);
    const status = await program.run(["sweep", "status"]);
    expect(status.stdout.match(/1 of 2 runs done, 0 under way, 0 waiting, 1 failed/g)).toHaveLength(
      2,
    );
    const { code } = await program.run(["sweep", "collect", "--out", "collected"]);
    expect(code).toBe(1);
    const { cells, ...results } = await program.results<StudyResults>("collected");
    expect(cells.map(({ failures }) => failures.length)).toEqual([1, 1]);
    expect({ cells, ...results }).toEqual(await program.undisturbed());
    expect((await program.submit()).stdout).toMatch(
      /0 of 4 runs added, 2 that had failed are tried again, 2 were done already/,
    );
  });

  it("leaves a run that a worker cannot do, for want of data or because they differ, to workers that can, even later", async () => {
    const { program } = await prepare(OWN, withOwnDataset);
    const other = { OWN_VERSION: "2", SIGF1_CACHE: join(program.folder, "other") };
    const patient = ["--lost-after", "30"];
    const refusing = [
      program.worker(patient, { OWN_VERSION: "none" }),
      program.worker(patient, other),
    ];
    await vi.waitFor(async () => {
      const { stdout } = await program.run(["sweep", "status"]);
      expect(stdout).toMatch(/cannot be done by \S+-\d+: no data here/);
      expect(stdout).toMatch(/cannot be done by \S+-\d+: the data, .* here differ/);
    }, WITHIN);
    const able = await program.worker().outcome;
    expect(able.stderr).toMatch(/sigmoid-f1, seed 0: [\d.]+ s\n/);
    for (const { outcome } of refusing) {
      const { code, stderr } = await outcome;
      expect(code).toBe(0);
      expect(stderr).toMatch(/left to other workers/);
      expect(stderr).not.toMatch(/ failed: /);
    }
    await program.run(["sweep", "collect", "--out", "collected"]);
    expect(await program.results("collected")).toEqual(await program.undisturbed());
  });

  it("does the runs of other sweeps that stand behind those that it cannot do, and ends with 1 once only such are left", async () => {
    const { program } = await prepare(OWN, withOwnDataset);
    await writeFile(join(program.folder, "short.yaml"), SHORT);
    await program.run(["sweep", "submit", "short.yaml"]);
    const { code, stderr } = await program.worker([], { OWN_VERSION: "none" }).outcome;
    expect(code).toBe(1);
    expect(stderr.match(/, seed \d: [\d.]+ s\n/g)).toHaveLength(6);
    expect(stderr).toMatch(
      /stays in the queue, as no connected worker can do it: small-\S+, own: no data here/,
    );
    const ambiguous = await program.run(["sweep", "collect", "--sweep", "small"]);
    expect(ambiguous.code).toBe(2);
    expect(ambiguous.stderr).toMatch(
      /ambiguous; expected one of\n( {2}small-.* by .*submit.*\n){2}/,
    );
    const statuses = (await program.status()) as { readonly cells: readonly object[] }[];
    expect(statuses.map(({ cells }) => cells)).toMatchObject([
      [{ done: 0, waiting: 1, failures: [], refusals: [{ reason: "no data here" }] }],
      [{ done: 6, waiting: 0, failures: [], refusals: [] }],
    ]);
    const { stdout } = await program.run(["sweep", "status"]);
    expect(stdout).toMatch(/: 0 of 1 runs done.*\n.*: 6 of 6 runs done.*\n$/);
  });

  it("keeps a run that is done while Redis is out of memory, and stores it then", async () => {
    const { server, program, id } = await prepare(LONG);
    const redis = redisClient(server.port);
    let told = "";
    const worker = program.worker(["--lost-after", "30"], {}, (stderr) => {
      told = stderr;
    });
    await vi.waitFor(async () => expect((await program.status()).cells[0].active).toBe(1), WITHIN);
    await redis.config("SET", "maxmemory", "1");
    const full = /the queue's Redis is out of memory \(maxmemory\): give it more/;
    const submitted = await program.submit();
    expect([submitted.code, submitted.stdout]).toEqual([1, ""]);
    expect(submitted.stderr).toMatch(full);
    await vi.waitFor(() => expect(told).toMatch(/is done, but cannot be stored/), WITHIN);
    expect(told).toMatch(full);
    expect(await redis.hlen(`sigf1:done:${id}`)).toBe(0);
    await redis.config("SET", "maxmemory", "0");
    const { code, stderr } = await worker.outcome;
    expect(code).toBe(0);
    expect(stderr.match(/, seed 0: [\d.]+ s\n/g)).toHaveLength(2);
    expect(await redis.hlen(`sigf1:done:${id}`)).toBe(2);
  });

  it("says so where a Redis takes the connection and does not answer", async () => {
    const server = await redisServer();
    const program = await SweepProgram.create(SHORT, `redis://127.0.0.1:${server.port}`);
    server.pause();
    const { code, stderr } = await program.run(["sweep", "status"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^sigf1: the queue .* takes the connection, but has not answered for 10 s\n$/,
    );
  });

  it.skipIf(!hasOpenssl)(
    "works over TLS with a password, and says in one line what is wrong with either",
    async () => {
      const tls = await certificate();
      const server = await redisServer(["--requirepass", "secret"], tls);
      const address = (password: string) => `rediss://:${password}@localhost:${server.port}`;
      const trust = { NODE_EXTRA_CA_CERTS: tls.cert };
      const program = await SweepProgram.create(SHORT, address("secret"), trust);
      const told = async (args: readonly string[], environment: Record<string, string>) => {
        const { code, stdout, stderr } = await program.run(args, environment);
        expect([code, stdout]).toEqual([1, ""]);
        expect(stderr).not.toMatch(/secret|mistaken/);
        return stderr;
      };
      const status = ["sweep", "status"];
      expect(await told(status, { NODE_EXTRA_CA_CERTS: "" })).toMatch(
        /^sigf1: the certificate of the queue .* is not trusted: .*NODE_EXTRA_CA_CERTS.*\n$/,
      );
      const refused = /^sigf1: the queue rediss:\/\/localhost:\d+ refuses the login.*\n$/;
      expect(await told(status, { SIGF1_QUEUE: address("mistaken") })).toMatch(refused);
      expect(await told(["worker"], { SIGF1_QUEUE: address("mistaken") })).toMatch(refused);
      const nobody = { SIGF1_QUEUE: `redis://localhost:1` };
      expect(await told(status, nobody)).toMatch(/^sigf1: the queue .* cannot be reached: .*\n$/);

      await program.submit();
      await program.worker([], { SIGF1_QUEUE: address("mistaken"), SIGF1_QUEUE_PASSWORD: "secret" })
        .outcome;
      const { code } = await program.run(["sweep", "collect"]);
      expect(code).toBe(0);
      expect(
        await readFile(join(program.folder, "results/small/results.json"), "utf8"),
      ).not.toMatch(/secret/);
    },
  );
});

/** A dataset whose version the environment says; there is also an environment without it. */
async function withOwnDataset(folder: string): Promise<void> {
  await symlink(
    fileURLToPath(new URL("../../node_modules", import.meta.url)),
    join(folder, "node_modules"),
  );
  const text = `
    import { defineDataset } from "@sigf1/datasets";
    import { z } from "zod";
    const { OWN_VERSION = "1" } = process.env;
    export default defineDataset({
      id: "own", version: Number(OWN_VERSION) || 1, title: "Own", modality: "features",
      citation: "none", license: "CC0-1.0", homepage: "https://example.org", sources: [],
      options: z.strictObject({}),
      async *examples() {
        if (OWN_VERSION === "none") throw new Error("no data here");
        for (let i = 0; i < 120; i++) {
          yield { id: String(i), input: [i % 7, i % 3], labels: i % 2 ? ["a"] : ["a", "b"] };
        }
      },
    });`;
  await writeFile(join(folder, "own.mjs"), text);
}

/** A certificate for this machine that no authority has signed. */
async function certificate() {
  const folder = await temporaryFolder();
  const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const args = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"].concat(
    ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
    ["-keyout", key, "-out", cert],
  );
  expect(spawnSync("openssl", args).status).toBe(0);
  return { cert, key };
}
