import { z } from "zod";
import type { Preprocessing } from "./Preprocessing.js";

const length = z.int().positive();
const sizes = z.union([
  length,
  z.object({ shortest_edge: length }),
  z.object({ height: length, width: length }),
]);
/** One value stands for all channels. */
const perChannel = z.union([
  z.tuple([z.number(), z.number(), z.number()]),
  z.number().transform((value): [number, number, number] => [value, value, value]),
]);

/** Refuses a step that is asked for. */
const absent = z
  .unknown()
  .refine(
    (value) => !value,
    "asks for a step that this encoder does not have; take another model, or remove the key where images do without it",
  );

const schema = z.object({
  do_resize: z.literal(true).default(true),
  size: sizes,
  /** Pillow's numbers: nearest, Lanczos, bilinear, bicubic. */
  resample: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).default(2),
  do_center_crop: z.boolean().default(false),
  crop_size: sizes.optional(),
  do_rescale: z.boolean().default(true),
  rescale_factor: z
    .number()
    .positive()
    .default(1 / 255),
  do_normalize: z.boolean().default(true),
  image_mean: perChannel.default([0.5, 0.5, 0.5]),
  image_std: perChannel.default([0.5, 0.5, 0.5]),
  do_pad: absent.optional(),
  do_thumbnail: absent.optional(),
  do_crop_margin: absent.optional(),
  do_flip_channel_order: absent.optional(),
  size_divisor: absent.optional(),
  crop_pct: absent.optional(),
});

const kernels = ["nearest", "lanczos3", "linear", "cubic"] as const;

/**
 * What a model's `preprocessor_config.json` asks for. Understood are resizing (the shorter side to a length, or to a
 * size), a cut from the centre, rescaling and normalisation; where the shorter side is resized and nothing cut, the
 * result is the square in the middle, since images of a batch have one size.
 * @throws TypeError naming the file and the key that has a value that isn't understood
 */
export function parsePreprocessor(config: unknown, file: string): Preprocessing {
  const parsed = schema.safeParse(config);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new TypeError(`${file}: ${issue?.path.join(".")}: ${issue?.message}`);
  }
  const { size, crop_size, ...given } = parsed.data;
  // A mere number is the shorter side where a cut follows, else the side of a square.
  const fit = typeof size === "number" ? given.do_center_crop : "shortest_edge" in size;
  const resize = { ...sides(size), fit: fit ? "cover" : "fill" } as const;
  const { width, height } = given.do_center_crop ? sides(crop_size ?? size) : resize;
  if (width > resize.width || height > resize.height) {
    throw new TypeError(
      `${file}: crop_size: ${width} × ${height} is more than the resized image has for sure, ${resize.width} × ${resize.height}`,
    );
  }
  return {
    width,
    height,
    resize,
    kernel: kernels[given.resample],
    scale: given.do_rescale ? given.rescale_factor : 1,
    mean: given.do_normalize ? given.image_mean : [0, 0, 0],
    std: given.do_normalize ? given.image_std : [1, 1, 1],
  };
}

function sides(size: z.infer<typeof sizes>): { width: number; height: number } {
  if (typeof size === "number") return { width: size, height: size };
  if ("shortest_edge" in size) return { width: size.shortest_edge, height: size.shortest_edge };
  return size;
}
