import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { ImageError } from "./ImageError.js";
import { readImage } from "./readImage.js";
import { temporaryFolder } from "./temporaryFolder.test.fixture.js";

const [RED, BLUE] = [
  [255, 0, 0],
  [0, 0, 255],
] as const;

const preprocessing = {
  width: 4,
  height: 4,
  resize: { width: 4, height: 4, fit: "fill" },
  kernel: "linear",
} as const;

/** An image of one colour. */
const plain = (
  [r, g, b]: readonly [number, number, number],
  alpha = 1,
  [width, height]: readonly [number, number] = [16, 16],
): Sharp => sharp({ create: { width, height, channels: 4, background: { r, g, b, alpha } } });

/** Its left half is red, its right half blue. */
function halves(width = 32, height = 16): Sharp {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    const colour = Math.floor(i / 3) % width < width / 2 ? RED : BLUE;
    return colour[i % 3] ?? 0;
  });
  return sharp(data, { raw: { width, height, channels: 3 } });
}

async function read(bytes: Buffer, name = "image", given: object = {}, maxPixels?: number) {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  return readImage(file, { ...preprocessing, ...given }, maxPixels);
}

const pixel = (pixels: Uint8Array, i: number) => [...pixels.subarray(3 * i, 3 * i + 3)];

function expectColour(pixels: Uint8Array, colour: readonly number[], tolerance: number) {
  expect(pixels.length).toBe(4 * 4 * 3);
  for (let i = 0; i < 16; i++) {
    pixel(pixels, i).forEach((value, channel) => {
      expect(Math.abs(value - (colour[channel] ?? Number.NaN))).toBeLessThanOrEqual(tolerance);
    });
  }
}

describe("readImage", () => {
  const colour = [200, 100, 50] as const;

  it.each([
    ["a JPEG", () => plain(colour).jpeg(), colour, 3],
    ["a progressive JPEG", () => plain(colour).jpeg({ progressive: true }), colour, 3],
    ["a PNG", () => plain(colour).png(), colour, 0],
    ["a PNG with a palette", () => plain(colour).png({ palette: true }), colour, 1],
    ["a WebP", () => plain(colour).webp({ lossless: true }), colour, 0],
    ["a PNG of 16 bits", () => plain(colour).toColourspace("rgb16").png(), colour, 1],
    ["a grey JPEG", () => plain([90, 90, 90]).toColourspace("b-w").jpeg(), [90, 90, 90], 2],
    ["a grey PNG", () => plain([90, 90, 90]).toColourspace("b-w").png(), [90, 90, 90], 1],
    [
      "a CMYK JPEG",
      () => plain([255, 255, 255]).flatten().toColourspace("cmyk").jpeg(),
      [255, 255, 255],
      3,
    ],
    ["a half transparent PNG, on white", () => plain(colour, 0.5).png(), [228, 178, 153], 2],
    [
      "a half transparent WebP, on white",
      () => plain(colour, 0.5).webp({ lossless: true }),
      [228, 178, 153],
      2,
    ],
    ["a wholly transparent PNG, which is white", () => plain(colour, 0).png(), [255, 255, 255], 0],
  ])("gives the RGB values of %s", async (_, image, expected, tolerance) => {
    expectColour(await read(await image().toBuffer()), expected, tolerance);
  });

  it("gives a CMYK image colours, not inverted ones", async () => {
    const [r = 0, g = 0, b = 0] = await read(
      await plain([200, 30, 30]).flatten().toColourspace("cmyk").jpeg({ quality: 100 }).toBuffer(),
    );
    expect(r).toBeGreaterThan(150);
    expect(Math.max(g, b)).toBeLessThan(80);
  });

  it.each([
    [1, "red left", [0, 3]],
    [2, "mirrored: red right", [3, 0]],
    [3, "upside down: red right", [3, 0]],
    [6, "turned right: red at the top", [0, 12]],
    [8, "turned left: red at the bottom", [12, 0]],
  ])(
    "turns an image as its EXIF orientation %i says (%s)",
    async (orientation, _, [red = 0, blue = 0]) => {
      const bytes = await halves().withMetadata({ orientation }).png().toBuffer();
      const pixels = await read(bytes);
      expect(pixel(pixels, red)).toEqual(RED);
      expect(pixel(pixels, blue)).toEqual(BLUE);
    },
  );

  it("keeps the proportions where it covers, and cuts the centre out", async () => {
    // Black, white and black, a third each: the middle square is white.
    const third = (c: number) => plain([c, c, c], 1, [16, 16]).flatten().raw().toBuffer();
    const [black, white] = [await third(0), await third(255)];
    const row = (bytes: Buffer, y: number) => bytes.subarray(y * 48, (y + 1) * 48);
    const data = Buffer.concat(
      Array.from({ length: 16 }, (_, y) => [row(black, y), row(white, y), row(black, y)]).flat(),
    );
    const bytes = await sharp(data, { raw: { width: 48, height: 16, channels: 3 } })
      .png()
      .toBuffer();
    const resize = { width: 10, height: 10, fit: "cover" };
    expectColour(await read(bytes, "image", { resize }), [255, 255, 255], 0);
  });

  it("antialiases where an image shrinks to less than half: fine stripes become grey", async () => {
    const data = Uint8Array.from({ length: 64 * 64 * 3 }, (_, i) => (Math.floor(i / 3) % 2) * 255);
    const bytes = await sharp(data, { raw: { width: 64, height: 64, channels: 3 } })
      .png()
      .toBuffer();
    expectColour(await read(bytes), [127.5, 127.5, 127.5], 12);
  });

  it.each([
    { size: [3, 3], given: {} },
    { size: [3, 6], given: {} },
    { size: [5, 7], given: { kernel: "cubic" } },
    { size: [3, 5], given: { resize: { width: 4, height: 4, fit: "cover" } } },
    { size: [9, 9], given: { resize: { width: 12, height: 12, fit: "cover" }, kernel: "cubic" } },
  ] as const)(
    "scales a plain image of $size by little to a plain one: $given",
    async ({ size, given }) => {
      const white = await plain([255, 255, 255], 1, size).png().toBuffer();
      expectColour(await read(white, "image", given), [255, 255, 255], 0);
    },
  );

  it("enlarges without a border", async () => {
    expectColour(
      await read(await plain([9, 99, 199], 1, [1, 1]).png().toBuffer()),
      [9, 99, 199],
      0,
    );
  });

  it("reads a file anew that was replaced under its name", async () => {
    const file = join(temporaryFolder(), "image.webp");
    writeFileSync(file, await plain([255, 0, 0]).webp().toBuffer());
    await readImage(file, preprocessing);
    writeFileSync(file, await plain([0, 0, 255]).webp().toBuffer());
    const [r = 0, , b = 0] = await readImage(file, preprocessing);
    expect(b).toBeGreaterThan(r);
  });

  it("names a file that is truncated, in the header or in the pixels", async () => {
    const bytes = await halves(300, 300).jpeg().toBuffer();
    for (const share of [0.01, 0.5, 0.95]) {
      const error = await read(bytes.subarray(0, bytes.length * share), "half.jpg").catch((e) => e);
      expect(error).toBeInstanceOf(ImageError);
      expect(error.message).toMatch(/half\.jpg cannot be read as an image: \S/);
      expect(error.file).toMatch(/half\.jpg$/);
    }
  });

  it("names a file that is no image, is empty, or is missing", async () => {
    await expect(read(Buffer.from("GIF? no."), "text.jpg")).rejects.toThrow(
      "text.jpg cannot be read",
    );
    await expect(read(Buffer.alloc(0), "empty.png")).rejects.toThrow("empty.png cannot be read");
    await expect(readImage("nowhere/poster.jpg", preprocessing)).rejects.toThrow(
      "nowhere/poster.jpg cannot be read as an image: there is no such file",
    );
  });

  it("refuses an image of too many pixels by its header, before it is decoded", async () => {
    const bomb = await plain([0, 0, 0]).png().toBuffer();
    bomb.writeUInt32BE(50_000, 16); // width and height in the header, and its checksum
    bomb.writeUInt32BE(50_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    await expect(read(bomb, "bomb.png")).rejects.toThrow(
      "bomb.png cannot be read as an image: its 50000 × 50000 = 2,500,000,000 pixels are more than the 100,000,000 of",
    );
    const small = await plain([0, 0, 0]).png().toBuffer();
    await expect(read(small, "small.png", {}, 255)).rejects.toThrow(
      "16 × 16 = 256 pixels are more than the 255 of the encoder's option maxPixels (encoder.maxPixels",
    );
    expectColour(await read(small, "small.png", {}, 256), [0, 0, 0], 0);
  });

  it("does not make a very long image huge", async () => {
    const long = await plain([10, 20, 30], 1, [60_000, 1]).png().toBuffer();
    const resize = { width: 256, height: 256, fit: "cover" };
    expectColour(await read(long, "long.png", { resize }), [10, 20, 30], 0);
  });
});
