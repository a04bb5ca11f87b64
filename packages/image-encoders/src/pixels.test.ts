import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { pixels } from "./pixels.js";
import { temporaryFolder } from "./temporaryFolder.test.fixture.js";

async function save(name: string, data: readonly number[], width: number): Promise<string> {
  const file = join(temporaryFolder(), name);
  const raw = { width, height: data.length / 3 / width, channels: 3 as const };
  writeFileSync(file, await sharp(Uint8Array.from(data), { raw }).png().toBuffer());
  return file;
}

it("gives v/127.5 − 1, row by row with the three channels side by side, images in order", async () => {
  const first = [255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30];
  const second = first.toReversed();
  const encoder = pixels({ width: 2, height: 2 });
  const rows = await encoder.encode([
    await save("a.png", first, 2),
    await save("b.png", second, 2),
  ]);
  expect(encoder.dimension).toBe(12);
  expect(rows.length).toBe(24);
  [...first, ...second].forEach((value, i) => {
    expect(rows[i]).toBeCloseTo(value / 127.5 - 1, 5);
  });
});

it("reads more images than are decoded together, each once", async () => {
  const values = Array.from({ length: 50 }, (_, i) => 5 * i);
  const files = await Promise.all(values.map((v, i) => save(`${i}.png`, [v, v, v], 1)));
  const rows = await pixels({ width: 1, height: 1 }).encode(files);
  expect([...rows].map((v) => Math.round((v + 1) * 127.5))).toEqual(
    values.flatMap((v) => [v, v, v]),
  );
});

it("stretches an image or cuts it, as fit says, and the id says so", async () => {
  const wide = [
    ...Array<number>(6).fill(0),
    ...Array<number>(12).fill(255),
    ...Array<number>(6).fill(0),
  ];
  const file = await save("wide.png", [...wide, ...wide], 8);
  const mean = (rows: Float32Array) => rows.reduce((sum, v) => sum + v, 0) / rows.length;
  const [fill, cover] = [
    pixels({ width: 2, height: 2 }),
    pixels({ width: 2, height: 2, fit: "cover" }),
  ];
  expect(Math.abs(mean(await fill.encode([file])))).toBeLessThan(0.2);
  expect(mean(await cover.encode([file]))).toBeGreaterThan(0.7);
  expect(fill.id).not.toBe(cover.id);
  expect(pixels({ width: 2, height: 3 }).id).not.toBe(pixels({ width: 3, height: 2 }).id);
});

it("refuses an option that it does not know or that is out of range, in one line", () => {
  expect(() => pixels({ size: 8 } as never)).toThrow(
    new TypeError('pixels: Unrecognized key: "size"'),
  );
  expect(() => pixels({ width: 0 })).toThrow(/^pixels: width: .*$/);
});

it.each([
  [[3], "input 0 is of type number"],
  [["a.png", Buffer.alloc(9)], "input 1 is bytes"],
  ["a.png", "got a string; expected an array of paths"],
])("refuses %j, which are no paths", async (inputs, message) => {
  await expect(pixels().encode(inputs as never)).rejects.toThrow(
    expect.objectContaining({ name: "TypeError", message: expect.stringContaining(message) }),
  );
});
