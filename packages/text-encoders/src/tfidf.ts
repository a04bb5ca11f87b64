import { z } from "zod";
import type { CsrMatrix } from "./CsrMatrix.js";
import { sparseTfidf } from "./sparseTfidf.js";
import type { TfidfEncoder } from "./TfidfEncoder.js";
import { type TfidfOptions, tfidfOptions } from "./tfidfOptions.js";

/**
 * Encodes texts as tf-idf weights of their word n-grams: tf · (ln((n + 1) / (df + 1)) + 1), with n training
 * texts, of which df have the term, and tf the term's count in the text, or 1 + ln(count) if `sublinearTf`;
 * without `smoothIdf` the ones inside ln are left out. Each text's weights are then divided by their L2 norm.
 * The numbers of scikit-learn's `TfidfVectorizer`; with `maxFeatures`, of that followed by `SelectKBest` and
 * `Normalizer`: a text's length is that of its selected features.
 *
 * `fit` throws TypeError on an input that is no text or, for χ² selection, without labels, and RangeError
 * where no text is given or no term remains; `encode` throws Error before `fit`.
 *
 * @throws TypeError on an unknown option or a value out of range.
 */
export function tfidf(options: TfidfOptions = {}): TfidfEncoder {
  const parsed = tfidfOptions.safeParse(options);
  if (!parsed.success) throw new TypeError(`tfidf: ${z.prettifyError(parsed.error)}`);
  const chosen = parsed.data;
  const model = sparseTfidf(chosen);
  return {
    id: `tf-idf(${JSON.stringify(chosen)})`,
    get dimension() {
      return model.learnt().vocabulary.size;
    },
    get terms() {
      return [...model.learnt().vocabulary.keys()];
    },
    async fit(texts, labels) {
      model.fit(texts, labels);
    },
    encode: async (texts) => densify(model.transform(texts)),
    dispose: model.forget,
  };
}

function densify({ rows, cols, starts, columns, values }: CsrMatrix): Float32Array {
  const dense = new Float32Array(rows * cols);
  // CsrMatrix: starts has rows + 1 entries, k is below the length of columns and values.
  for (let i = 0; i < rows; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) dense[i * cols + columns[k]!] = values[k]!;
  }
  return dense;
}
