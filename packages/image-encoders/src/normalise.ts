import type { Preprocessing } from "./Preprocessing.js";

/**
 * Makes 8-bit RGB pixels [height, width, 3] into a network's input, (v·scale − mean)/std by channel.
 * @param layout order of the result: `chw` is [3, height, width], `hwc` as the pixels
 * @param target takes the result; as many values as `pixels`
 */
export function normalise(
  pixels: Uint8Array,
  { scale, mean, std }: Pick<Preprocessing, "scale" | "mean" | "std">,
  layout: "chw" | "hwc",
  target: Float32Array,
): void {
  const size = pixels.length / 3;
  const [step, plane] = layout === "chw" ? [1, size] : [3, 1];
  for (const channel of [0, 1, 2] as const) {
    const values = Float32Array.from(
      { length: 256 },
      (_, v) => (v * scale - mean[channel]) / std[channel],
    );
    for (let i = 0, to = channel * plane; i < size; i++, to += step) {
      target[to] = values[pixels[3 * i + channel]!]!; // 3 channels of 8 bits
    }
  }
}
