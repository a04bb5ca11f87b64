import type { LearningEncoder } from "@sigf1/features";
import { z } from "zod";
import { sparseTfidf } from "../sparseTfidf.js";
import { type LsaOptions, lsaOptions } from "./lsaOptions.js";
import { multiply } from "./products.js";
import { type TruncatedSvd, truncatedSvd } from "./truncatedSvd.js";

/** A latent semantic analysis, which can say how much its features carry. */
export interface LsaEncoder extends LearningEncoder<string> {
  /** Of the training part's tf-idf matrix, one per feature, descending; known after `fit`. */
  readonly singularValues: Float64Array;
}

/**
 * Encodes texts by latent semantic analysis (Deerwester et al. 1990): X·V, with X the tf-idf matrix of `tfidf` and V
 * the right singular vectors of the k largest singular values of the training part's X. They come from a seeded
 * randomised SVD (Halko, Martinsson and Tropp 2011). With `normalize` each text's features are divided by their L2
 * norm. As scikit-learn's `TfidfVectorizer`, `TruncatedSVD` and `Normalizer`, but for the vectors' signs.
 *
 * `fit` throws as `tfidf` does, and RangeError where `components` exceeds the number of training texts or terms.
 *
 * @throws TypeError on an unknown option or a value out of range.
 */
export function lsa(options: LsaOptions = {}): LsaEncoder {
  const parsed = lsaOptions.safeParse(options);
  if (!parsed.success) throw new TypeError(`lsa: ${z.prettifyError(parsed.error)}`);
  const { components: width, normalize } = parsed.data;
  const model = sparseTfidf(parsed.data);
  let svd: TruncatedSvd | undefined;
  const fitted = () => {
    if (svd === undefined) throw new Error("lsa: call fit first");
    return svd;
  };
  return {
    id: `lsa(${JSON.stringify(parsed.data)})`,
    get dimension() {
      fitted();
      return width;
    },
    get singularValues() {
      return fitted().singularValues;
    },
    async fit(texts, labels) {
      model.fit(texts, labels);
      const matrix = model.transform(texts);
      const { rows, cols } = matrix;
      if (width > Math.min(rows, cols)) {
        throw new RangeError(
          `lsa: ${rows} texts with ${cols} terms have no ${width} components: lower components`,
        );
      }
      svd = truncatedSvd(matrix, parsed.data);
    },
    async encode(texts) {
      const { components } = fitted();
      const features = multiply(model.transform(texts), components, width);
      if (normalize) normalizeRows(features, width);
      return Float32Array.from(features);
    },
    dispose() {
      model.forget();
      svd = undefined;
    },
  };
}

/** Divides each row by its L2 norm, in place; a row of zeros stays. */
function normalizeRows(matrix: Float64Array, width: number): void {
  for (let start = 0; start < matrix.length; start += width) {
    const row = matrix.subarray(start, start + width);
    const length = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0));
    if (length > 0) row.set(row.map((x) => x / length));
  }
}
