import type { Example } from "@sigf1/datasets";
import { locateSyntaxErrors } from "./arff/locateSyntaxErrors.js";
import { readArff } from "./arff/readArff.js";
import type { LabelHierarchy } from "./readLabelFile.js";
import { rowDecoder } from "./rowDecoder.js";

/**
 * Streams the examples of an ARFF file; ids are the numbers of its rows, from 1.
 *
 * @throws DatasetError naming file, line and attribute where `readArff` or `rowDecoder` finds a mistake.
 */
export async function* readExamples(
  file: string,
  labels: LabelHierarchy,
  missing: "error" | "zero",
): AsyncGenerator<Example<Float32Array>, void, undefined> {
  let decode: ReturnType<typeof rowDecoder> | undefined;
  let row = 0;
  for await (const { attributes, cells, line } of readArff(file)) {
    decode ??= locateSyntaxErrors({ file }, () => rowDecoder(attributes, labels, missing));
    const content = locateSyntaxErrors({ file, line }, decode.bind(undefined, cells));
    row++;
    yield { id: String(row), ...content };
  }
}
