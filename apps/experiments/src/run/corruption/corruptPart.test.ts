import type { ScoreMatrix } from "@sigf1/metrics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EncodedPart } from "../encodeParts.js";
import { columnDeviations } from "./columnDeviations.js";
import { corruptPart } from "./corruptPart.js";

const none = { flippedLabels: 0, outliers: 0, outlierScale: 10 };

/** Features around 3 with deviations 1 and 4, and sparse labels. */
function part(rows = 4000): EncodedPart<ScoreMatrix> {
  const features = {
    rows,
    cols: 2,
    data: Float32Array.from(
      { length: rows * 2 },
      (_, i) => 3 + (i % 4 < 2 ? 1 : -1) * (i % 2 ? 4 : 1),
    ),
  };
  const data = Uint8Array.from({ length: rows * 5 }, (_, i) => +(i % 7 === 0));
  return { features, labels: { rows, cols: 5, data } };
}
const clean = part();

/** Rows of the features that differ. */
function moved(changed: EncodedPart<ScoreMatrix>): number[] {
  const rows = Array.from({ length: clean.features.rows }, (_, row) => row);
  return rows.filter((row) =>
    [0, 1].some(
      (col) => changed.features.data[row * 2 + col] !== clean.features.data[row * 2 + col],
    ),
  );
}

describe("corruptPart", () => {
  it("gives the very part where nothing is to be corrupted", () => {
    expect(corruptPart(clean, none, 3)).toBe(clean);
  });

  it("leaves what it is given as it was", () => {
    const given = part();
    corruptPart(given, { flippedLabels: 0.5, outliers: 0.5, outlierScale: 10 }, 3);
    expect(given).toEqual(clean);
  });

  it.each([0.1, 0.4, 1])("flips each entry with probability %d, ones as zeros", (share) => {
    const { labels, features } = corruptPart(clean, { ...none, flippedLabels: share }, 3);
    expect(features).toBe(clean.features);
    for (const label of [0, 1]) {
      let entries = 0;
      let flips = 0;
      clean.labels.data.forEach((truth, i) => {
        if (truth !== label) return;
        entries += 1;
        flips += +(labels.data[i] !== truth);
      });
      // four standard deviations of the share of that many flips
      expect(Math.abs(flips / entries - share)).toBeLessThanOrEqual(
        4 * Math.sqrt((share * (1 - share)) / entries),
      );
    }
    expect(labels.data.every((value) => value === 0 || value === 1)).toBe(true);
  });

  it.each([0.05, 0.4, 1])("makes each example an outlier with probability %d", (share) => {
    const changed = corruptPart(clean, { ...none, outliers: share }, 3);
    expect(changed.labels).toBe(clean.labels);
    const found = moved(changed).length / clean.features.rows;
    expect(Math.abs(found - share)).toBeLessThanOrEqual(
      4 * Math.sqrt((share * (1 - share)) / clean.features.rows),
    );
  });

  it("adds to an outlier normal noise of outlierScale times each feature's deviation", () => {
    const { features } = corruptPart(clean, { ...none, outliers: 1, outlierScale: 3 }, 3);
    const noise = features.data.map((value, i) => value - (clean.features.data[i] ?? 0));
    const [first = 0, second = 0] = columnDeviations({ ...features, data: noise });
    expect(first).toBeGreaterThan(3 * 1 * 0.95);
    expect(first).toBeLessThan(3 * 1 * 1.05);
    expect(second).toBeGreaterThan(3 * 4 * 0.95);
    expect(second).toBeLessThan(3 * 4 * 1.05);
    const beyondOne =
      noise.filter((x, i) => Math.abs(x) > 3 * (i % 2 ? 4 : 1)).length / noise.length;
    expect(Math.abs(beyondOne - 0.3173)).toBeLessThan(0.02); // of a standard normal
  });

  it("draws the same for the same seed, and otherwise for another", () => {
    const settings = { flippedLabels: 0.2, outliers: 0.2, outlierScale: 10 };
    const once = corruptPart(clean, settings, 3);
    expect(corruptPart(clean, settings, 3)).toEqual(once);
    const other = corruptPart(clean, settings, 4);
    expect(other.labels).not.toEqual(once.labels);
    expect(other.features).not.toEqual(once.features);
  });

  it("corrupts with a larger share what it does with a smaller one, in the same way, and more", () => {
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)].map((s) =>
          corruptPart(clean, { flippedLabels: s, outliers: s, outlierScale: 10 }, 3),
        ) as [EncodedPart<ScoreMatrix>, EncodedPart<ScoreMatrix>];
        small.labels.data.forEach((label, i) => {
          if (label !== clean.labels.data[i] && large.labels.data[i] !== label) {
            throw new Error(`entry ${i} is flipped at ${small} alone`);
          }
        });
        for (const row of moved(small)) {
          expect(large.features.data[row * 2]).toBe(small.features.data[row * 2]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("flips labels alike whether or not there are outliers", () => {
    const alone = corruptPart(clean, { ...none, flippedLabels: 0.2 }, 3);
    const both = corruptPart(clean, { ...none, flippedLabels: 0.2, outliers: 0.3 }, 3);
    expect(both.labels).toEqual(alone.labels);
  });
});

it("columnDeviations divides by the number of rows", () => {
  const deviations = columnDeviations({ rows: 2, cols: 2, data: Float32Array.of(1, 5, 3, 5) });
  expect([...deviations]).toEqual([1, 0]);
});
