import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Redis } from "ioredis";
import type { RunFile } from "../run/runFiles.js";
import { QueueError } from "./QueueError.js";
import { runKey, type StoredRun, type Sweep, type SweepRun } from "./Sweep.js";

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
};

/** What a Redis keeps of sweeps besides their jobs. Nothing expires. */
export class SweepStore {
  constructor(private readonly redis: Redis) {}

  /** Keeps a sweep; one that is there already stays as it is, but is no longer cancelled. */
  async add(sweep: Sweep): Promise<void> {
    await this.redis.hsetnx(keys.sweeps, sweep.id, JSON.stringify(sweep));
    await this.redis.srem(keys.cancelled, sweep.id);
  }

  async get(id: string): Promise<Sweep | undefined> {
    const text = await this.redis.hget(keys.sweeps, id);
    return text === null ? undefined : JSON.parse(text);
  }

  /**
   * The sweep of that id or experiment, or without a name the only one.
   * @throws QueueError naming the sweeps there are where it is none or several
   */
  async find(name?: string): Promise<Sweep> {
    const ids = (await this.redis.hkeys(keys.sweeps)).sort();
    if (ids.length === 0) throw new QueueError("the queue has no sweep; submit one first");
    const named = ids.filter(
      (id) => name === undefined || id === name || id.replace(/-[0-9a-f]{8}$/, "") === name,
    );
    const [id] = named;
    const sweep = named.length === 1 && id !== undefined ? await this.get(id) : undefined;
    if (sweep !== undefined) return sweep;
    const wanted =
      name === undefined ? "--sweep must name one of" : `--sweep ${name}: expected one of`;
    throw new QueueError(`${wanted} the queue's sweeps: ${ids.join(", ")}`);
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
      .del(keys.done(id), keys.files(id))
      .exec();
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
   * Keeps a run with its files, whole or not at all. The same run again changes nothing.
   * @throws RangeError where a file is larger than Redis takes
   */
  async keep(
    run: SweepRun,
    stored: Omit<StoredRun, "files">,
    files: readonly RunFile[],
  ): Promise<void> {
    if (await this.isDone(run)) return;
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
