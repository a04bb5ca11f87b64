import fc from "fast-check";
import { expect, test } from "vitest";
import { handMadeResults } from "../handMadeResults.test.fixture.js";
import { escapeLatex } from "./escapeLatex.js";
import { renderLatex } from "./renderLatex.js";

const ahead = [0.51, 0.62, 0.73, 0.82, 0.92];
const behind = [0.5, 0.6, 0.7, 0.8, 0.9];

/** The cells of a line of a table: how many columns it fills. */
function columnsOf(line: string): number {
  return line.split(/(?<!\\)&/).reduce((sum, cell) => {
    const [, span = "1"] = /\\multicolumn\{(\d+)\}/.exec(cell) ?? [];
    return sum + Number(span);
  }, 0);
}

test("renderLatex has a booktabs table per rule, baselines after a rule of their own, bold on a supported best", () => {
  const values = { a: { r: ahead, s: ahead }, b: { r: behind }, random: { r: [0, 0, 0, 0, 0] } };
  const latex = renderLatex({ results: handMadeResults(values) });
  expect(latex.match(/\\begin\{table\*\}.*?\\end\{table\*\}/gs)).toHaveLength(2);
  const [table = ""] = /\\begin\{table\*\}.*?\\end\{table\*\}/s.exec(latex) ?? [];
  expect(table.match(/\\(top|mid|bottom)rule/g)).toEqual([
    "\\toprule",
    "\\midrule",
    "\\midrule",
    "\\bottomrule",
  ]);
  expect(table).toContain("a & $\\mathbf{0.720}_{\\pm 0.200}$ &");
  expect(table).toContain("b & $0.700_{\\pm 0.196}$ &");
  expect(table.indexOf("random &")).toBeGreaterThan(table.lastIndexOf("\\midrule"));
  expect(latex).toContain("\\label{tab:hand-made-r}");
});

test("renderLatex fills the columns it declares, in every line, and ends what it begins, whatever the names", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (loss, decision) => {
      const latex = renderLatex({
        results: handMadeResults({ [loss]: { [decision]: [0.5, 0.6] }, random: { r: [0, 0] } }),
      });
      const spec = /\\begin\{tabular\}\{(.*)\}/.exec(latex)?.[1] ?? "";
      const lines = latex.split("\n").filter((line) => line.endsWith("\\\\"));
      expect(lines.length).toBeGreaterThan(3);
      for (const line of lines) expect(columnsOf(line)).toBe(spec.length);
      const ends = [...latex.matchAll(/\\end\{([a-z*]+)\}/g)].map(([, name]) => name);
      const begins = [...latex.matchAll(/\\begin\{([a-z*]+)\}/g)].map(([, name]) => name);
      expect(begins.toSorted()).toEqual(ends.toSorted());
    }),
    { numRuns: 50 },
  );
});

test("escapeLatex leaves nothing that LaTeX would act on", () => {
  expect(escapeLatex("50 % & a_b #1 $x$ {y} ~ ^ \\end--\n")).toBe(
    "50 \\% \\& a\\_b \\#1 \\$x\\$ \\{y\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{}end-{}- ",
  );
  expect(escapeLatex('<a> | "b" ±')).toBe("\\textless{}a\\textgreater{} \\textbar{} ''b'' $\\pm$");
});
