import { imageSize } from "../run/imageSize.js";
import type { ExperimentSource } from "./ExperimentSource.js";
import type { ExperimentFile } from "./experimentSchema.js";
import type { LossPlan } from "./LossPlan.js";

/**
 * Checks that every head `cnn` gets the pixels that it is told of. The features of a dataset may be pixels, too: there
 * the encoder does not tell.
 * @param encoder the encoder's name and options, defaults filled in
 * @throws ConfigurationError naming the key of the head
 */
export function checkHeadsFit(
  source: ExperimentSource,
  file: ExperimentFile,
  losses: readonly LossPlan[],
  encoder: { readonly use: string; readonly width?: unknown; readonly height?: unknown },
): void {
  for (const { name, base = name, head } of losses) {
    if (head.use !== "cnn") continue;
    const at = file.losses.findIndex((loss) => (loss.name ?? loss.use) === base);
    const error = (key: "use" | "width" | "height", message: string) => {
      const own = file.losses[at]?.head[key] !== undefined;
      return source.error([...(own ? ["losses", at] : []), "head", key], message);
    };
    if (encoder.use !== "pixels") {
      throw error("use", `"cnn" takes the encoder "pixels", but the encoder is "${encoder.use}"`);
    }
    const size = imageSize(head);
    const key = (["width", "height"] as const).find((side) => size[side] !== encoder[side]);
    if (key !== undefined) {
      throw error(
        key,
        `the head "cnn" takes images of ${size.width} × ${size.height}, but the encoder "pixels" gives ` +
          `${encoder.width} × ${encoder.height}; give both one width and height`,
      );
    }
  }
}
