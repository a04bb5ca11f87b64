import { type Head, mlpHead } from "@sigf1/training";
import type { HeadSettings } from "../config/experimentSchema.js";
import { imageSize } from "./imageSize.js";

/** What a head is made for. */
export interface HeadPlace {
  /** Width of the features. */
  readonly inputs: number;
  /** Number of classes. */
  readonly outputs: number;
  readonly seed?: number;
}

/**
 * The head that an experiment's settings ask for.
 * @throws Error where the features are not the pixels that a `cnn` is told of
 */
export async function createHead(
  settings: HeadSettings,
  { inputs, outputs, seed = 0 }: HeadPlace,
): Promise<Head> {
  const { use = "mlp", filters, embedding, hidden, dropout, inputDropout, l2 } = settings;
  if (use === "mlp") {
    const layers = { ...(embedding !== undefined && { embedding }), hidden, dropout, inputDropout };
    return mlpHead({ inputs, outputs, seed, l2, ...layers });
  }
  const { width, height, inputs: expected } = imageSize(settings);
  if (inputs !== expected) {
    throw new Error(
      `the head cnn takes ${width} × ${height} × 3 = ${expected} features, but the encoder gives ${inputs}; take the ` +
        "encoder pixels, and give it and the head one width and height",
    );
  }
  const { cnnHead } = await import("@sigf1/image-encoders");
  return cnnHead({ width, height, filters, outputs, dropout, l2, seed });
}
