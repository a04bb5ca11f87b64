import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Redis } from "ioredis";
import { ConfigurationError } from "../config/ConfigurationError.js";
import type { RunFile } from "../run/runFiles.js";
import { QueueError } from "./QueueError.js";
import { type Refusal, runKey, type StoredRun, type Sweep, type SweepRun } from "./Sweep.js";

/** What every key of the program begins with. */
export const PREFIX = "sigf1";

/** The most bytes that Redis takes as one value. */
const LARGEST = 512 * 2 ** 20;

const keys = {
  /** Sweep → what was submitted. */
  sweeps: `${PREFIX}:sweeps`,
  /** Set of cancelled sweeps. */
  cancelled: `${PREFIX}:cancelled`,
  /** Run → `StoredRun`. */
  done: (sweep: string) => `${PREFIX}:done:${sweep}`,
  /** Run and file → content, compressed. */
  files: (sweep: string) => `${PREFIX}:files:${sweep}`,
  /** Cell and worker → why it cannot do the cell's runs. */
  refused: (sweep: string) => `${PREFIX}:refused:${sweep}`,
};

/** What a Redis keeps of sweeps besides their jobs. Nothing expires. */
export class SweepStore {
  constructor(private readonly redis: Redis) {}

  /** Keeps a sweep; one that is there already stays as it is, but is no longer cancelled. */
  async add(sweep: Sweep): Promise<void> {
    await this.redis.hsetnx(keys.sweeps, sweep.id, JSON.stringify(sweep));
    await this.redis.srem(keys.cancelled, sweep.id);
    await this.redis.del(keys.refused(sweep.id));
  }

  async get(id: string): Promise<Sweep | undefined> {
    const text = await this.redis.hget(keys.sweeps, id);
    return text === null ? undefined : JSON.parse(text);
  }

  /**
   * The sweeps of that id or experiment, or without a name all, in the order in which they were submitted.
   * @throws QueueError where there is none, ConfigurationError where none has that name
   */
  async named(name?: string): Promise<readonly [Sweep, ...Sweep[]]> {
    const all = (await this.redis.hvals(keys.sweeps)).map((text): Sweep => JSON.parse(text));
    if (all.length === 0) throw new QueueError("the queue has no sweep; submit one first");
    all.sort((a, b) => a.submitted.localeCompare(b.submitted));
    const [first, ...others] = all.filter(
      ({ id, study }) => name === undefined || id === name || study.name === name,
    );
    if (first !== undefined) return [first, ...others];
    throw new ConfigurationError(`--sweep ${name}: the queue has no such sweep, but\n${list(all)}`);
  }

  /**
   * The sweep of that id or experiment, or without a name the only one.
   * @throws as `named`; ConfigurationError that lists the sweeps where there are several
   */
  async find(name?: string): Promise<Sweep> {
    const [sweep, ...others] = await this.named(name);
    if (others.length === 0) return sweep;
    const wanted =
      name === undefined
        ? "the queue has several sweeps: --sweep must name one of"
        : `--sweep ${name} is ambiguous; expected one of`;
    throw new ConfigurationError(`${wanted}\n${list([sweep, ...others])}`);
  }

  async cancel(id: string): Promise<void> {
    await this.redis.sadd(keys.cancelled, id);
  }

  async isCancelled(id: string): Promise<boolean> {
    return (await this.redis.sismember(keys.cancelled, id)) === 1;
  }

  /** Whether runs of the sweep are no longer wanted: it was cancelled, or removed. */
  async isOver(id: string): Promise<boolean> {
    return (await this.isCancelled(id)) || (await this.redis.hexists(keys.sweeps, id)) === 0;
  }

  /** Removes a sweep with its results. */
  async remove(id: string): Promise<void> {
    await this.redis
      .multi()
      .hdel(keys.sweeps, id)
      .srem(keys.cancelled, id)
      .del(keys.done(id), keys.files(id), keys.refused(id))
      .exec();
  }

  /** Notes that a worker cannot do the runs of a run's cell. */
  async refuse({ sweep, cell }: SweepRun, worker: string, reason: string): Promise<void> {
    await this.redis.hset(keys.refused(sweep), `${cell}/${worker}`, reason);
  }

  /** Notes that it can. */
  async accept({ sweep, cell }: SweepRun, worker: string): Promise<void> {
    await this.redis.hdel(keys.refused(sweep), `${cell}/${worker}`);
  }

  async refusals(sweep: string): Promise<readonly Refusal[]> {
    const all = await this.redis.hgetall(keys.refused(sweep));
    return Object.entries(all).map(([field, reason]) => {
      const [cell = "", ...worker] = field.split("/");
      return { cell: Number(cell), worker: worker.join("/"), reason };
    });
  }

  async isDone(run: SweepRun): Promise<boolean> {
    return (await this.redis.hexists(keys.done(run.sweep), runKey(run))) === 1;
  }

  /** The runs that are done, by their `runKey`. */
  async done(sweep: string): Promise<ReadonlyMap<string, StoredRun>> {
    const all = await this.redis.hgetall(keys.done(sweep));
    return new Map(Object.entries(all).map(([key, text]) => [key, JSON.parse(text)]));
  }

  /**
   * Keeps a run with its files, whole or not at all. The same run again changes nothing, and gives false.
   * @throws RangeError where a file is larger than Redis takes
   */
  async keep(
    run: SweepRun,
    stored: Omit<StoredRun, "files">,
    files: readonly RunFile[],
  ): Promise<boolean> {
    if (await this.isDone(run)) return false;
    const transaction = this.redis.multi();
    for (const [name, content] of files) {
      const packed = await promisify(gzip)(content);
      if (packed.length > LARGEST) {
        throw new RangeError(
          `${name} is larger than Redis takes (512 MiB): let workers use a shared folder (--shared)`,
        );
      }
      transaction.hset(keys.files(run.sweep), `${runKey(run)}/${name}`, packed);
    }
    const record: StoredRun = { ...stored, files: files.map(([name]) => name) };
    transaction.hsetnx(keys.done(run.sweep), runKey(run), JSON.stringify(record));
    const failed = (await transaction.exec())?.find(([error]) => error !== null);
    if (failed?.[0]) throw failed[0];
    return true;
  }

  /**
   * The files of a run that is done.
   * @throws QueueError where one is missing
   */
  async files(sweep: string, key: string, { files }: StoredRun): Promise<RunFile[]> {
    return Promise.all(
      files.map(async (name): Promise<RunFile> => {
        const packed = await this.redis.hgetBuffer(keys.files(sweep), `${key}/${name}`);
        if (packed !== null) return [name, await promisify(gunzip)(packed)];
        throw new QueueError(`the queue has lost ${name} of the run ${key}: does it evict keys?`);
      }),
    );
  }
}

/** Sweeps for people, one a line. */
const list = (sweeps: readonly Sweep[]) =>
  sweeps
    .map(({ id, submitted, command }) => `  ${id}  submitted ${submitted} by ${command}`)
    .join("\n");
