import type { Encoder } from "@sigf1/features";

/**
 * Encodes a video as the mean of its frames' features.
 *
 * @param encoder encodes a frame by its path; disposed with the result
 * @param frames the paths of an input's frames, at least one
 * @param id names how the frames are chosen, for example `8 frames`: features are cached under it
 * @throws RangeError (`encode`) where an input has no frame
 */
export function frameMeans<Input>(
  encoder: Encoder<string>,
  frames: (input: Input) => Promise<readonly string[]>,
  id: string,
): Encoder<Input> {
  const { dimension } = encoder;
  return {
    id: `frame-means(${encoder.id}, ${id})`,
    dimension,
    async encode(batch) {
      const means = new Float32Array(batch.length * dimension);
      for (const [row, input] of batch.entries()) {
        const paths = await frames(input);
        if (paths.length === 0) throw new RangeError(`video ${row} of the batch has no frame`);
        const features = await encoder.encode(paths);
        const mean = means.subarray(row * dimension, (row + 1) * dimension);
        for (const [i, value] of features.entries()) mean[i % dimension]! += value / paths.length; // inside
      }
      return means;
    },
    dispose: () => encoder.dispose(),
  };
}
