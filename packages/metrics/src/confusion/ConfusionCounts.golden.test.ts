import { describe, expect, it } from "vitest";
import randomGolden from "../../golden/random_scores.json" with { type: "json" };
import golden from "../../golden/scores.json" with { type: "json" };
import type { Averaging } from "./Average.js";
import { ConfusionCounts } from "./ConfusionCounts.js";
import { randomCase } from "./randomCase.test.support.js";
import type { ZeroDivision } from "./ZeroDivision.js";

type Value = number | readonly number[];

/** The values with zeroDivision 0 and 1; a bare value stands for both. */
type Packed = Value | { readonly 0: Value; readonly 1: Value };

const averagings = ["micro", "macro", "weighted", "samples", "none"] as const;
const betas = [0, 0.5, 2, Number.POSITIVE_INFINITY];

describe("ConfusionCounts equals scikit-learn", () => {
  it.each(golden.cases)("on $name", ({ rows, cols, yTrue, yPred, ...expected }) => {
    const counts = ConfusionCounts.of(
      { rows, cols, data: Uint8Array.from(yTrue) },
      { rows, cols, data: Uint8Array.from(yPred) },
      { betas },
    );
    const differences = new Differences(1e-12);
    expect(Object.keys(expected.scores)).toHaveLength(8);
    for (const [name, values] of Object.entries(expected.scores)) {
      expect(Object.keys(values)).toEqual(averagings);
      for (const average of averagings) {
        for (const zeroDivision of [0, 1] as const) {
          const what = `${name} ${average} zeroDivision=${zeroDivision}`;
          const value = scoreOf(counts, name, average, zeroDivision);
          differences.add(what, value, values[average][zeroDivision] ?? []);
        }
      }
    }
    for (const average of ["micro", "macro", "none"] as const) {
      const value = counts.matthewsCorrcoef(average);
      differences.add(`Matthews ${average}`, value, expected.matthews[average]);
    }
    differences.add("Hamming loss", counts.hammingLoss(), expected.hammingLoss);
    differences.add("accuracy", counts.accuracy(), 1 - expected.hammingLoss);
    differences.add("subset accuracy", counts.subsetAccuracy(), expected.subsetAccuracy);
    expect(differences.found).toEqual([]);
    const confusions = counts.perClass().map(({ tp, fp, fn, tn }) => [tn, fp, fn, tp]);
    expect(confusions).toEqual(expected.classConfusions);
  });

  it("on 500 random cases, with every score, average and meaning of 0/0", () => {
    const differences = new Differences(1e-6);
    const { order, seeds } = randomGolden;
    expect(seeds).toHaveLength(500);
    expect(order.averages).toEqual(averagings);
    seeds.forEach((values, seed) => {
      const [scores, matthews, hammingLoss, subsetAccuracy] = values as [
        Packed[][],
        Record<"micro" | "macro" | "none", Value>,
        number,
        number,
      ];
      const { yTrue, yPred } = randomCase(seed);
      const counts = ConfusionCounts.of(yTrue, yPred, { betas });
      expect(scores).toHaveLength(order.scores.length);
      order.scores.forEach((name, s) => {
        averagings.forEach((average, a) => {
          for (const zeroDivision of [0, 1] as const) {
            const value = scoreOf(counts, name, average, zeroDivision);
            const wanted = unpacked(scores[s]?.[a] ?? [], zeroDivision);
            differences.add(`${seed}: ${name} ${average} ${zeroDivision}`, value, wanted);
          }
        });
      });
      for (const average of ["micro", "macro", "none"] as const) {
        const value = counts.matthewsCorrcoef(average);
        differences.add(`${seed}: Matthews ${average}`, value, matthews[average]);
      }
      differences.add(`${seed}: Hamming loss`, counts.hammingLoss(), hammingLoss);
      differences.add(`${seed}: subset accuracy`, counts.subsetAccuracy(), subsetAccuracy);
    });
    expect(differences.found).toEqual([]);
  });
});

/** Collects what differs by more than a tolerance: one assertion for a hundred thousand values. */
class Differences {
  readonly found: string[] = [];
  readonly #tolerance: number;

  constructor(tolerance: number) {
    this.#tolerance = tolerance;
  }

  add(what: string, value: Value, expected: Value): void {
    const [got, wanted] = [[value].flat(), [expected].flat()];
    const equal =
      got.length === wanted.length &&
      got.every((entry, j) => Math.abs(entry - (wanted[j] ?? Number.NaN)) <= this.#tolerance);
    if (!equal) this.found.push(`${what}: ${got}; expected ${wanted}`);
  }
}

/** A score by its name in the golden files, where "f2" is F2. */
function scoreOf(
  counts: ConfusionCounts,
  name: string,
  average: Averaging,
  zeroDivision: ZeroDivision,
): number | number[] {
  if (name === "precision" || name === "recall" || name === "jaccard") {
    return counts[name](average, zeroDivision);
  }
  return counts.fbeta(Number(name.slice(1)), average, zeroDivision);
}

function unpacked(packed: Packed, zeroDivision: ZeroDivision): Value {
  if (typeof packed === "number" || Array.isArray(packed)) return packed as Value;
  return (packed as { readonly 0: Value; readonly 1: Value })[zeroDivision];
}
