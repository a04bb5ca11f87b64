import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Redis } from "ioredis";
import { onTestFinished } from "vitest";
import type { Results, StudyResults } from "../results/Results.js";
import { type Outcome, type Started, startProgram } from "../testing/runProgram.test.fixture.js";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";

/** The program in a folder with an experiment file, `study.yaml`, and a queue. */
export class SweepProgram {
  private constructor(
    readonly folder: string,
    readonly queue: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  static async create(
    text: string,
    queue: string,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<SweepProgram> {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "study.yaml"), text);
    return new SweepProgram(folder, queue, environment);
  }

  /** Runs the program with the queue to its end. */
  run(
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Outcome> {
    return this.#start(args, environment).outcome;
  }

  submit(): Promise<Outcome> {
    return this.run(["sweep", "submit", "study.yaml"]);
  }

  /** Starts a worker that ends when nothing is left, and counts others as lost after 2 s. */
  worker(
    options: readonly string[] = [],
    environment: Readonly<Record<string, string>> = {},
    told?: (stderr: string, worker: Started) => void,
  ): Started {
    const args = ["worker", "--drain", "--lost-after", "2", ...options];
    const worker = this.#start(args, environment, (stderr) => told?.(stderr, worker));
    return worker;
  }

  #start(
    args: readonly string[],
    environment: Readonly<Record<string, string>>,
    told?: (stderr: string) => void,
  ): Started {
    const all = { SIGF1_QUEUE: this.queue, ...this.environment, ...environment };
    return startProgram(this.folder, args, all, told);
  }

  async status() {
    const { stdout } = await this.run(["sweep", "status", "--json"]);
    return JSON.parse(stdout);
  }

  /** The results of a folder, without the command that made them. */
  async results<Saved extends Results | StudyResults = Results>(
    out: string,
  ): Promise<Omit<Saved, "command">> {
    const text = await readFile(join(this.folder, out, "results.json"), "utf8");
    const { command: _command, ...results } = JSON.parse(text) as Saved;
    return results;
  }

  /** What the same study gives without a queue. */
  async undisturbed(): Promise<unknown> {
    await this.run(["run", "study.yaml", "--out", "undisturbed"]);
    return this.results("undisturbed");
  }
}

/** A client of a Redis that lives as long as the test. */
export function redisClient(port: number): Redis {
  const redis = new Redis({ port, maxRetriesPerRequest: null });
  redis.on("error", () => {}); // the test takes the server away
  onTestFinished(() => redis.disconnect());
  return redis;
}
