import { join } from "node:path";
import type { Example } from "@sigf1/datasets";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readExamples } from "./readExamples.js";
import { temporaryFiles } from "./temporaryFiles.test.fixture.js";

async function examplesOf(lines: readonly string[], labels: readonly string[]) {
  const file = join(temporaryFiles({ "x.arff": lines.join("\n") }), "x.arff");
  const examples: Example<Float32Array>[] = [];
  for await (const example of readExamples(file, new Map(labels.map((l) => [l, []])), "error")) {
    examples.push(example);
  }
  return examples;
}

const number = fc.oneof(fc.constant(0), fc.float({ noNaN: true, noDefaultInfinity: true }));
const bit = fc.constantFrom(0, 1);
const table = fc.record({ numbers: fc.nat(4), labels: fc.nat(4) }).chain((columns) =>
  fc.record({
    columns: fc.constant(columns),
    rows: fc.array(
      fc.record({
        numbers: fc.array(number, { minLength: columns.numbers, maxLength: columns.numbers }),
        colour: fc.nat(2),
        labels: fc.array(bit, { minLength: columns.labels, maxLength: columns.labels }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  }),
);

test("readExamples reads equal examples from any table written densely and written sparsely", async () => {
  const colours = ["red", "green", "blue"];
  await fc.assert(
    fc.asyncProperty(table, async ({ columns, rows }) => {
      const names = (prefix: string, count: number) =>
        Array.from({ length: count }, (_none, index) => `${prefix}${index}`);
      const labels = names("label", columns.labels);
      const header = [
        ...names("number", columns.numbers).map((name) => `@attribute ${name} numeric`),
        `@attribute colour {${colours.join(",")}}`,
        ...labels.map((name) => `@attribute ${name} {0,1}`),
        "@data",
      ];
      const written = rows.map((row) => [
        ...row.numbers.map(String),
        colours[row.colour] ?? "",
        ...row.labels.map(String),
      ]);
      const sparse = written.map((values) => {
        const cells = values.flatMap((value, index) =>
          value === "0" || value === "red" ? [] : [`${index} ${value}`],
        );
        return `{${cells.join(", ")}}`;
      });
      const examples = rows.map((row, index) => ({
        id: String(index + 1),
        input: Float32Array.of(
          ...row.numbers.map((value) => value || 0),
          ...colours.map((_colour, position) => (position === row.colour ? 1 : 0)),
        ),
        labels: labels.filter((_label, position) => row.labels[position] === 1),
      }));
      const dense = written.map((values) => values.join(","));
      expect(await examplesOf([...header, ...dense], labels)).toEqual(examples);
      expect(await examplesOf([...header, ...sparse], labels)).toEqual(examples);
    }),
  );
});
