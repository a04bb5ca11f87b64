import { expect, it } from "vitest";
import { parsePreprocessor } from "./parsePreprocessor.js";

const parse = (config: object) => parsePreprocessor(config, "model/preprocessor_config.json");

it("reads the preprocessing of MobileNetV2", () => {
  const config = {
    do_resize: true,
    size: { shortest_edge: 256 },
    resample: 2,
    do_center_crop: true,
    crop_size: { height: 224, width: 224 },
    do_rescale: true,
    rescale_factor: 1 / 255,
    do_normalize: true,
    image_mean: [0.5, 0.4, 0.3],
    image_std: [0.5, 0.6, 0.7],
  };
  expect(parse(config)).toEqual({
    width: 224,
    height: 224,
    resize: { width: 256, height: 256, fit: "cover" },
    kernel: "linear",
    scale: 1 / 255,
    mean: [0.5, 0.4, 0.3],
    std: [0.5, 0.6, 0.7],
  });
});

it.each([
  ["a number without a cut is a square", { size: 224 }, [224, 224, 224, 224, "fill"]],
  [
    "a number with a cut is the shorter side",
    { size: 256, do_center_crop: true, crop_size: 224 },
    [224, 224, 256, 256, "cover"],
  ],
  ["a size is filled", { size: { width: 30, height: 20 } }, [30, 20, 30, 20, "fill"]],
  [
    "a size is filled, then cut",
    { size: { width: 30, height: 20 }, do_center_crop: true, crop_size: 16 },
    [16, 16, 30, 20, "fill"],
  ],
  ["the middle of a shorter side", { size: { shortest_edge: 32 } }, [32, 32, 32, 32, "cover"]],
  [
    "crop_size says nothing without do_center_crop",
    { size: 32, crop_size: 16 },
    [32, 32, 32, 32, "fill"],
  ],
])("size: %s", (_, config, [width, height, w, h, fit]) => {
  expect(parse(config)).toMatchObject({ width, height, resize: { width: w, height: h, fit } });
});

it("leaves out what is switched off, and fills in what transformers takes where nothing is said", () => {
  expect(parse({ size: 8 })).toMatchObject({
    scale: 1 / 255,
    mean: [0.5, 0.5, 0.5],
    kernel: "linear",
  });
  expect(parse({ size: 8, do_rescale: false, do_normalize: false })).toMatchObject({
    scale: 1,
    mean: [0, 0, 0],
    std: [1, 1, 1],
  });
  expect(parse({ size: 8, image_mean: 0.25 }).mean).toEqual([0.25, 0.25, 0.25]);
  expect([0, 1, 2, 3].map((resample) => parse({ size: 8, resample }).kernel)).toEqual([
    "nearest",
    "lanczos3",
    "linear",
    "cubic",
  ]);
});

it.each([
  [{}, "model/preprocessor_config.json: size: "],
  [{ size: "big" }, "size: "],
  [{ size: 8, resample: 5 }, "resample: "],
  [
    { size: 8, do_pad: true },
    "do_pad: asks for a step that this encoder does not have; take another model",
  ],
  [{ size: 8, do_center_crop: true, crop_size: 16 }, "crop_size: 16 × 16 is more"],
])("refuses %o and names the key", (config, message) => {
  expect(() => parse(config)).toThrow(message);
});
