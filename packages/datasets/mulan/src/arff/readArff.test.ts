import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DatasetError } from "@sigf1/datasets";
import fc from "fast-check";
import { expect, test } from "vitest";
import { temporaryFiles } from "../temporaryFiles.test.fixture.js";
import { type ArffRow, readArff } from "./readArff.js";

async function rowsOf(content: string | Uint8Array): Promise<ArffRow[]> {
  const rows: ArffRow[] = [];
  for await (const row of readArff(join(temporaryFiles({ "x.arff": content }), "x.arff"))) {
    rows.push(row);
  }
  return rows;
}

const small = [
  "% a comment",
  "@RELATION 'some name'",
  "",
  "@Attribute 'a b' numeric",
  "  @attribute c {0, 1} % another",
  "@DATA",
  "1.5,1",
  "% between rows",
  "",
  "{0 -2}",
];

test.each([
  ["line ends \\n", small.join("\n")],
  ["line ends \\r\\n", small.join("\r\n")],
  ["a last line with its end", `${small.join("\n")}\n`],
  ["gzip", gzipSync(small.join("\n"))],
])(
  "readArff streams the rows of a table, with their lines, from a file with %s",
  async (_what, content) => {
    const attributes = [
      { name: "a b", kind: "numeric" },
      { name: "c", kind: "nominal", values: ["0", "1"] },
    ];
    expect(await rowsOf(content)).toEqual([
      {
        attributes,
        line: 7,
        cells: [
          { attribute: 0, value: "1.5" },
          { attribute: 1, value: "1" },
        ],
      },
      { attributes, line: 10, cells: [{ attribute: 0, value: "-2" }] },
    ]);
  },
);

const quoted = (text: string) => `'${text.replace(/['\\]/g, "\\$&")}'`;
const line = fc.string({ unit: "grapheme" }).filter((text) => !/[\r\n]/.test(text));
const table = fc.uniqueArray(line, { minLength: 1, maxLength: 6 }).chain((names) =>
  fc.record({
    names: fc.constant(names),
    rows: fc.array(
      fc.record({
        sparse: fc.boolean(),
        values: fc.tuple(...names.map(() => fc.option(line, { nil: undefined }))),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  }),
);

test("readArff reads back any table that was written, row by row dense or sparse", async () => {
  await fc.assert(
    fc.asyncProperty(table, async ({ names, rows }) => {
      const cell = (value: string | undefined) => (value === undefined ? "?" : quoted(value));
      const data = rows.map(({ sparse, values }) =>
        sparse
          ? `{${values.map((value, index) => `${index} ${cell(value)}`).join(", ")}}`
          : values.map(cell).join(","),
      );
      const header = names.map((name) => `@attribute ${quoted(name)} string`);
      const read = await rowsOf(["@relation r", ...header, "@data", ...data].join("\n"));
      expect(read[0]?.attributes.map(({ name }) => name)).toEqual(names);
      expect(read.map(({ cells }) => cells.map(({ value }) => value))).toEqual(
        rows.map(({ values }) => values),
      );
      for (const { cells } of read) {
        expect(cells.map(({ attribute }) => attribute)).toEqual(names.map((_name, index) => index));
      }
    }),
  );
});

test.each([
  ["a line of the header that is none", "@relation r\nhello\n", ':2: the header has "hello"'],
  ["a type that is not read", "@attribute a date\n", ':1: attribute "a" has the type "date"'],
  [
    "two attributes with a name",
    "@attribute a real\n@attribute a real\n",
    ':2: two attributes have the name "a"',
  ],
  ["@data without attributes", "@relation r\n@data\n", ":2: @data before any @attribute"],
  ["a row with a wrong number of values", "@attribute a real\n@data\n1,2\n", ":3: the row has 2"],
  ["a quote that is not closed", "@attribute a real\n@data\n'1\n", ":3: the quote before"],
  ["no @data", "@attribute a real\n", ": the file has no @data"],
  ["an empty file", "", ": the file has no @data"],
])("readArff throws a DatasetError with file and line for %s", async (_what, content, message) => {
  await expect(rowsOf(content)).rejects.toThrow(DatasetError);
  await expect(rowsOf(content)).rejects.toThrow(`x.arff${message}`);
});
