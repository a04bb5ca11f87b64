import type { Outputs } from "./loadImageModel.js";

/**
 * One vector for each image out of a network's outputs: `pooler_output` or `image_embeds` [images, width] where it has
 * one of these, else the mean of `last_hidden_state` over tokens [images, tokens, width] or places [images, width,
 * height, width of the map].
 *
 * @returns [images, width], row-major
 * @throws TypeError naming the outputs where none of these is among them
 */
export function pooled(outputs: Outputs, images: number): Float32Array {
  const vectors = outputs.pooler_output ?? outputs.image_embeds;
  if (vectors !== undefined) return vectors.data as Float32Array;
  const state = outputs.last_hidden_state;
  if (state === undefined) {
    throw new TypeError(
      `the network gives ${Object.keys(outputs).join(", ")}; expected pooler_output, image_embeds or ` +
        "last_hidden_state: export it for feature extraction, not for classification",
    );
  }
  const data = state.data as Float32Array;
  const { dims } = state;
  const [width, places] =
    dims.length === 4 ? [dims[1]!, dims[2]! * dims[3]!] : [dims[2]!, dims[1]!]; // 4 or 3 dimensions
  const [step, stride] = dims.length === 4 ? [places, 1] : [1, width];
  const means = new Float32Array(images * width);
  for (let image = 0; image < images; image++) {
    for (let unit = 0; unit < width; unit++) {
      const start = image * width * places + unit * step;
      let sum = 0;
      for (let place = 0; place < places; place++) sum += data[start + place * stride]!; // inside
      means[image * width + unit] = sum / places;
    }
  }
  return means;
}
