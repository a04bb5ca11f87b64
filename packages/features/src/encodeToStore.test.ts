import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { EncodeOptions } from "./EncodeOptions.js";
import type { Encoder } from "./Encoder.js";
import { encodeCached } from "./encodeCached.js";
import { encodeToStore } from "./encodeToStore.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "features-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** x → [x, x²]; keeps what it was called with. */
function powers() {
  const calls = { fits: [] as (readonly number[])[], encoded: [] as number[] };
  const encoder: Encoder<number> = {
    id: "powers",
    dimension: 2,
    async fit(inputs) {
      calls.fits.push(inputs);
    },
    async encode(batch) {
      calls.encoded.push(...batch);
      return Float32Array.from(batch.flatMap((x) => [x, x * x]));
    },
    dispose() {},
  };
  return { encoder, calls };
}

const inputs = [1, 2, 3, 4, 5, 6, 7];
const expected = new Float32Array(inputs.flatMap((x) => [x, x * x]));
const part = { ids: inputs.map((x) => `id${x}`), inputs };
const fitOn = { ids: ["id1", "id2"], inputs: [1, 2] };

function options(encoder: Encoder<number>): EncodeOptions<number> {
  return { folder, dataset: "numbers@1", encoder, part, fitOn, shardRows: 3, batchRows: 2 };
}

/** The folder of the only key, and its files by name. */
async function stored() {
  const [key] = await readdir(folder);
  const path = join(folder, String(key));
  return { path, names: (await readdir(path)).sort() };
}

test("encodeCached fits on fitOn, encodes the part in order, and keeps it in shards", async () => {
  const { encoder, calls } = powers();
  const matrix = await encodeCached(options(encoder));
  expect(matrix).toEqual({ rows: 7, cols: 2, data: expected });
  expect(calls).toEqual({ fits: [fitOn.inputs], encoded: inputs });
  const { names } = await stored();
  expect(names).toEqual([
    "manifest.json",
    expect.stringMatching(/^rows-000000000-000000003-[0-9a-f]{16}\.npy$/),
    expect.stringMatching(/^rows-000000003-000000006-[0-9a-f]{16}\.npy$/),
    expect.stringMatching(/^rows-000000006-000000007-[0-9a-f]{16}\.npy$/),
  ]);
});

test("the manifest says in readable form what the features are", async () => {
  await encodeToStore(options(powers().encoder));
  const { path } = await stored();
  expect(JSON.parse(await readFile(join(path, "manifest.json"), "utf8"))).toMatchObject({
    version: 1,
    key: { dataset: "numbers@1", encoder: "powers", fittedLabels: null },
    rows: 7,
    cols: 2,
    shardRows: 3,
  });
});

test("a second encodeCached neither fits nor encodes, also with another shard size", async () => {
  await encodeCached(options(powers().encoder));
  const { encoder, calls } = powers();
  const matrix = await encodeCached({ ...options(encoder), shardRows: 5 });
  expect(matrix.data).toEqual(expected);
  expect(calls).toEqual({ fits: [], encoded: [] });
});

test("whatever the features depend on has a folder of its own", async () => {
  const base = options(powers().encoder);
  const labels = { rows: 2, cols: 1, data: new Uint8Array([0, 1]) };
  for (const changed of [
    {},
    { dataset: "numbers@2" },
    { encoder: { ...powers().encoder, id: "powers(2)" } },
    { fitOn: { ids: ["id1", "id3"], inputs: [1, 3] } },
    { fitOn: { ...fitOn, labels } },
    { fitOn: { ...fitOn, labels: { ...labels, data: new Uint8Array([1, 0]) } } },
    { part: { ids: part.ids.slice(1), inputs: inputs.slice(1) } },
  ]) {
    await encodeToStore({ ...base, ...changed });
  }
  expect(await readdir(folder)).toHaveLength(7);
});

test("an interrupted encode goes on after its last whole shard", async () => {
  const first = powers();
  const broken: Encoder<number> = {
    ...first.encoder,
    async encode(batch) {
      if (batch.includes(6)) throw new Error("power cut");
      return first.encoder.encode(batch);
    },
  };
  await expect(encodeToStore(options(broken))).rejects.toThrow("power cut");
  const { encoder, calls } = powers();
  const done: number[] = [];
  const matrix = await encodeCached({ ...options(encoder), onProgress: (rows) => done.push(rows) });
  expect(matrix.data).toEqual(expected);
  expect(calls).toEqual({ fits: [fitOn.inputs], encoded: [4, 5, 6, 7] });
  expect(done).toEqual([3, 5, 6, 7]);
});

test.each([
  ["truncated", (bytes: Buffer) => bytes.subarray(0, -4)],
  ["empty", () => Buffer.alloc(0)],
  ["changed in one bit", (bytes: Buffer) => bytes.fill(bytes.readUInt8(140) ^ 1, 140, 141)],
])("a shard that is %s is reported and computed again, alone", async (_, damage) => {
  await encodeToStore(options(powers().encoder));
  const { path, names } = await stored();
  const shard = join(path, String(names[2]));
  await writeFile(shard, damage(await readFile(shard)));
  const { encoder, calls } = powers();
  const reports: string[] = [];
  const matrix = await encodeCached({
    ...options(encoder),
    onCorrupt: (text) => reports.push(text),
  });
  expect(matrix.data).toEqual(expected);
  expect(calls.encoded).toEqual([4, 5, 6]);
  expect(reports).toEqual([`${shard} is damaged: its rows are computed again`]);
  expect((await stored()).names).toEqual(names);
});

test.each(["", "{", '{"version":2}'])("a damaged manifest (%j) is written again", async (text) => {
  await encodeToStore(options(powers().encoder));
  const { path } = await stored();
  const before = await readFile(join(path, "manifest.json"), "utf8");
  await writeFile(join(path, "manifest.json"), text);
  const { encoder, calls } = powers();
  expect((await encodeCached(options(encoder))).data).toEqual(expected);
  expect(calls.encoded).toEqual([]);
  expect(await readFile(join(path, "manifest.json"), "utf8")).toBe(before);
});

test("encodes of one key at the same time give each the right features", async () => {
  const matrices = await Promise.all(
    [3, 2, 3, 7].map((shardRows) => encodeCached({ ...options(powers().encoder), shardRows })),
  );
  for (const { data } of matrices) expect(data).toEqual(expected);
  const { encoder, calls } = powers();
  expect((await encodeCached(options(encoder))).data).toEqual(expected);
  expect(calls.fits).toEqual([]);
});

test("read(start, end) gives exactly these rows", async () => {
  const store = await encodeToStore(options(powers().encoder));
  const bounds = fc.tuple(fc.nat(7), fc.nat(7)).map((pair) => pair.sort((a, b) => a - b));
  await fc.assert(
    fc.asyncProperty(bounds, async ([start = 0, end = 0]) => {
      expect(await store.read(start, end)).toEqual(expected.slice(start * 2, end * 2));
    }),
  );
  await expect(store.read(0, 8)).rejects.toThrow("rows 0 to 8 are not in 0 to 7");
});

test("gather(rows, into) copies exactly these rows, in their order, before and after close()", async () => {
  const store = await encodeToStore(options(powers().encoder));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(6)), async (rows) => {
      const into = new Float32Array(2 * rows.length + 1).fill(-1);
      await store.gather(Uint32Array.from(rows), into);
      const wanted = rows.flatMap((row) => [...expected.subarray(row * 2, row * 2 + 2)]);
      expect([...into]).toEqual([...wanted, -1]);
      if (rows.length === 3) await store.close();
    }),
  );
  await expect(store.gather(Uint32Array.of(7), new Float32Array(2))).rejects.toThrow(
    "row 7 is not in 0 to 6",
  );
  await expect(store.gather(Uint32Array.of(0, 1), new Float32Array(3))).rejects.toThrow(
    "2 rows of 2 do not fit into 3 values",
  );
  await store.close();
});

test("gather and read say which file has become shorter since it was opened", async () => {
  const store = await encodeToStore(options(powers().encoder));
  const { path, names } = await stored();
  const shard = join(path, String(names[1]));
  await writeFile(shard, (await readFile(shard)).subarray(0, -1));
  const message = `${shard} has become shorter; encode its features again`;
  await expect(store.gather(Uint32Array.of(0, 1, 2), new Float32Array(6))).rejects.toThrow(message);
  await expect(store.read()).rejects.toThrow(message);
  await store.close();
});

test("an encode removes what killed processes and damage have left, and no other file", async () => {
  await encodeToStore(options(powers().encoder));
  const { path, names } = await stored();
  const shard = String(names[1]);
  await writeFile(join(path, `${shard}.123456`), "half");
  await writeFile(join(path, shard.replace(/-[0-9a-f]{16}/, "-0123456789abcdef")), "damaged");
  await writeFile(join(path, "notes.txt"), "mine");
  await rm(join(path, String(names[3])));
  await encodeToStore({ ...options(powers().encoder), onCorrupt: () => {} });
  expect((await stored()).names).toEqual([...names, "notes.txt"].sort());
});

test.each([Number.NaN, Infinity, -Infinity])(
  "a feature that is %d is an error naming the example and the column",
  async (value) => {
    const { encoder } = powers();
    const bad: Encoder<number> = {
      ...encoder,
      encode: async (batch) =>
        Float32Array.from(batch.flatMap((x) => [x, x === 5 ? value : x * x])),
    };
    await expect(encodeToStore(options(bad))).rejects.toThrow(
      `feature 1 of example "id5" is ${value} (encoder powers)`,
    );
    expect((await stored()).names).toHaveLength(2);
  },
);

test("an encoder that changes its shape under the same id is refused", async () => {
  await encodeToStore(options(powers().encoder));
  const { path, names } = await stored();
  await rm(join(path, String(names[1])));
  const wider = { ...powers().encoder, dimension: 3 };
  await expect(encodeToStore(options(wider))).rejects.toThrow(
    "encoder powers gives 3 columns, but its stored features have 2",
  );
});

test("another number of columns is refused where all features are stored, too", async () => {
  const { fit: _, ...encoder } = powers().encoder;
  await encodeToStore(options(encoder));
  await expect(encodeToStore(options({ ...encoder, dimension: 3 }))).rejects.toThrow(
    "encoder powers gives 3 columns, but its stored features have 2",
  );
});

test("an encoder that breaks its contract is refused", async () => {
  const short = { ...powers().encoder, encode: async () => new Float32Array(1) };
  await expect(encodeToStore(options(short))).rejects.toThrow(
    "encoder powers gave 1 values for 2 inputs of 2 features",
  );
  await expect(encodeToStore(options({ ...short, id: "none", dimension: 0 }))).rejects.toThrow(
    "encoder none gives vectors without features",
  );
});

test("options that can't be meant are refused", async () => {
  const base = options(powers().encoder);
  const { fitOn: _, ...unfitted } = base;
  await expect(encodeToStore(unfitted)).rejects.toThrow("encoder powers has to be fitted");
  await expect(encodeToStore({ ...base, part: { ids: [], inputs: [] } })).rejects.toThrow(
    "part is empty",
  );
  await expect(encodeToStore({ ...base, fitOn: { ids: [], inputs: [] } })).rejects.toThrow(
    "fitOn is empty",
  );
  await expect(encodeToStore({ ...base, part: { ids: ["a"], inputs: [1, 2] } })).rejects.toThrow(
    "part has 1 ids, but 2 inputs",
  );
  await expect(encodeToStore({ ...base, shardRows: 0 })).rejects.toThrow("shardRows must be");
});

test.each([
  [{ folder: undefined }, "folder must be a string that is not empty, got undefined"],
  [{ dataset: "" }, "dataset must be a string that is not empty, got an empty one"],
  [{ encoder: { ...powers().encoder, id: undefined } }, "encoder.id must be a string"],
  [{ encoder: undefined }, "encoder.id must be a string"],
  [{ encoder: { id: "powers" } }, "encoder.encode must be a function"],
  [{ part: undefined }, "part.ids must be an array of strings"],
  [{ part: { ids: ["a"] } }, "part.inputs must be an array"],
  [{ fitOn: { ids: [1], inputs: [1] } }, "fitOn.ids[0] must be a string, got number"],
])("an option of a wrong type is a TypeError that names it: %o", async (wrong, message) => {
  const error = await encodeToStore({ ...options(powers().encoder), ...(wrong as object) }).catch(
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(TypeError);
  expect(error.message).toContain(message);
});

test("an id that a part has twice is refused: the rows would share one key", async () => {
  const twice = { ids: ["a", "b", "a"], inputs: [1, 2, 3] };
  await expect(encodeToStore({ ...options(powers().encoder), part: twice })).rejects.toThrow(
    new RangeError('part.ids[2] is "a" a second time'),
  );
});
