import { closeSync, openSync, readSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { NPY_HEADER_BYTES } from "./npyHeader.js";

/** Files that `gather` keeps open; the one opened first makes room. */
const MOST_OPEN = 1000;

/** A feature matrix of shape [rows, cols] in a folder of `.npy` shards, read by ranges or lists of rows. */
export class FeatureStore {
  /** File descriptors by shard, in the order in which they were opened. */
  readonly #open = new Map<number, number>();

  /**
   * @param folder the folder of the shards.
   * @param files the shards' names in the order of their rows.
   * @param shardRows rows of every shard but the last.
   */
  constructor(
    readonly folder: string,
    readonly rows: number,
    readonly cols: number,
    private readonly files: readonly string[],
    private readonly shardRows: number,
  ) {}

  /**
   * The features of rows `start` (included) to `end` (excluded), row-major; all rows by default. Only
   * these rows are read.
   *
   * @throws RangeError unless 0 ≤ start ≤ end ≤ rows, both integers; Error where a file is gone or has become shorter.
   */
  async read(start = 0, end = this.rows): Promise<Float32Array> {
    if (
      !Number.isInteger(start) ||
      !Number.isInteger(end) ||
      start < 0 ||
      start > end ||
      end > this.rows
    ) {
      throw new RangeError(`rows ${start} to ${end} are not in 0 to ${this.rows}`);
    }
    const values = new Float32Array((end - start) * this.cols);
    const bytes = new Uint8Array(values.buffer);
    const rowBytes = this.cols * 4;
    for (let row = start; row < end; ) {
      const shard = Math.floor(row / this.shardRows);
      const stop = Math.min(end, (shard + 1) * this.shardRows);
      const target = bytes.subarray((row - start) * rowBytes, (stop - start) * rowBytes);
      await this.#fill(target, shard, this.#position(row));
      row = stop;
    }
    return values;
  }

  /**
   * Copies rows into `into`, one after another in the order given. Neighbours are read at once, and nothing else is
   * read. Files stay open for the next call, until `close`.
   *
   * @throws RangeError where a row is not one of 0 … rows − 1, or `into` is too short; Error where a file is gone or
   *   has become shorter.
   */
  async gather(rows: Uint32Array, into: Float32Array): Promise<void> {
    const { cols, shardRows } = this;
    if (into.length < rows.length * cols) {
      throw new RangeError(`${rows.length} rows of ${cols} do not fit into ${into.length} values`);
    }
    const bytes = new Uint8Array(into.buffer, into.byteOffset, rows.length * cols * 4);
    for (let i = 0; i < rows.length; ) {
      const row = rows[i]!; // i is within the array
      if (row >= this.rows) throw new RangeError(`row ${row} is not in 0 to ${this.rows - 1}`);
      const shard = Math.floor(row / shardRows);
      const last = Math.min(this.rows, (shard + 1) * shardRows);
      let stop = i + 1;
      while (rows[stop] === row + stop - i && row + stop - i < last) stop++;
      this.#fillSync(bytes.subarray(i * cols * 4, stop * cols * 4), shard, this.#position(row));
      i = stop;
    }
  }

  /** Closes the files that `gather` opened; a later call opens them again. */
  async close(): Promise<void> {
    for (const descriptor of this.#open.values()) closeSync(descriptor);
    this.#open.clear();
  }

  /** Where a row begins in its shard's file. */
  #position(row: number): number {
    return NPY_HEADER_BYTES + (row % this.shardRows) * this.cols * 4;
  }

  /** Every row has its shard: `files` covers all rows. */
  #path(shard: number): string {
    return join(this.folder, this.files[shard]!);
  }

  async #fill(target: Uint8Array, shard: number, position: number): Promise<void> {
    const file = await open(this.#path(shard));
    try {
      for (let done = 0; done < target.length; ) {
        const { bytesRead } = await file.read(target, done, target.length - done, position + done);
        if (bytesRead === 0) throw this.#shorter(shard);
        done += bytesRead;
      }
    } finally {
      await file.close();
    }
  }

  /** Without a promise: for one row, that costs more than the read. */
  #fillSync(target: Uint8Array, shard: number, position: number): void {
    const descriptor = this.#descriptor(shard);
    for (let done = 0; done < target.length; ) {
      const read = readSync(descriptor, target, done, target.length - done, position + done);
      if (read === 0) throw this.#shorter(shard);
      done += read;
    }
  }

  #descriptor(shard: number): number {
    const known = this.#open.get(shard);
    if (known !== undefined) return known;
    for (const [oldest, descriptor] of this.#open) {
      if (this.#open.size < MOST_OPEN) break;
      closeSync(descriptor);
      this.#open.delete(oldest);
    }
    const opened = openSync(this.#path(shard), "r");
    this.#open.set(shard, opened);
    return opened;
  }

  #shorter(shard: number): Error {
    return new Error(`${this.#path(shard)} has become shorter; encode its features again`);
  }
}
