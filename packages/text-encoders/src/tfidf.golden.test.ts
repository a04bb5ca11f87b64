import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tfidf } from "./tfidf.js";
import type { TfidfOptions } from "./tfidfOptions.js";

interface Golden {
  readonly train: readonly string[];
  readonly unseen: readonly string[];
  readonly labels: readonly (readonly number[])[];
  readonly cases: readonly {
    readonly name: string;
    readonly options: TfidfOptions;
    readonly terms: readonly string[];
    /** [column, value] pairs of each text. */
    readonly rows: readonly (readonly [number, number][])[];
  }[];
}

const golden: Golden = JSON.parse(
  readFileSync(new URL("../golden/tfidf.json", import.meta.url), "utf8"),
);
const labels = {
  rows: golden.labels.length,
  cols: golden.labels[0]?.length ?? 0,
  data: Uint8Array.from(golden.labels.flat()),
};

describe.each(golden.cases)("tfidf as scikit-learn: $name", ({ options, terms, rows }) => {
  const encoder = tfidf(options);

  test("has the same terms in the same order", async () => {
    await encoder.fit(golden.train, labels);
    expect(encoder.terms).toEqual(terms);
    expect(encoder.dimension).toBe(terms.length);
  });

  test("has the same numbers to 1e-6, on texts seen and unseen", async () => {
    await encoder.fit(golden.train, labels);
    const encoded = await encoder.encode([...golden.train, ...golden.unseen]);
    const expected = new Float64Array(rows.length * terms.length);
    rows.forEach((row, i) => {
      for (const [column, value] of row) expected[i * terms.length + column] = value;
    });
    expect(encoded.length).toBe(expected.length);
    const differences = expected.map((value, k) => Math.abs(value - (encoded[k] ?? Number.NaN)));
    expect(Math.max(...differences)).toBeLessThan(1e-6);
  });
});
