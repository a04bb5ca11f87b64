import { open } from "node:fs/promises";
import { join } from "node:path";
import { NPY_HEADER_BYTES } from "./npyHeader.js";

/** A feature matrix of shape [rows, cols] in a folder of `.npy` shards, read by ranges of rows. */
export class FeatureStore {
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
   * @throws RangeError unless 0 ≤ start ≤ end ≤ rows, both integers.
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
      const first = shard * this.shardRows;
      const stop = Math.min(end, first + this.shardRows);
      const target = bytes.subarray((row - start) * rowBytes, (stop - start) * rowBytes);
      await this.fill(target, shard, NPY_HEADER_BYTES + (row - first) * rowBytes);
      row = stop;
    }
    return values;
  }

  private async fill(target: Uint8Array, shard: number, position: number): Promise<void> {
    // Every row has its shard: `files` covers all rows.
    const path = join(this.folder, this.files[shard]!);
    const file = await open(path);
    try {
      for (let done = 0; done < target.length; ) {
        const { bytesRead } = await file.read(target, done, target.length - done, position + done);
        if (bytesRead === 0)
          throw new Error(`${path} has become shorter; encode its features again`);
        done += bytesRead;
      }
    } finally {
      await file.close();
    }
  }
}
