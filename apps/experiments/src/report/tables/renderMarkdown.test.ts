import { expect, test } from "vitest";
import { handMadeResults } from "../handMadeResults.test.fixture.js";
import { renderMarkdown } from "./renderMarkdown.js";

const ahead = [0.51, 0.62, 0.73, 0.82, 0.92];
const behind = [0.5, 0.6, 0.7, 0.8, 0.9];

const rowsOf = (markdown: string) =>
  markdown
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));

test("renderMarkdown has a table per rule with mean and interval, bold on a supported best, baselines in italics", () => {
  const values = { a: { r: ahead, s: ahead }, b: { r: behind }, random: { r: [0, 0, 0, 0, 0] } };
  const markdown = renderMarkdown({ results: handMadeResults(values) });
  const [head, line, first, second, third] = rowsOf(markdown);
  expect(markdown.match(/^## .*$/gm)).toEqual(["## r", "## s"]);
  expect(head?.slice(0, 3)).toEqual(["", "loss", "exampleF1"]);
  expect(line?.[2]).toMatch(/^-+:$/);
  expect(first?.slice(1, 3)).toEqual(["a", "**0.720** ± 0.200"]);
  expect(second?.slice(1, 3)).toEqual(["b", "0.700 ± 0.196"]);
  expect(third?.slice(1, 3)).toEqual(["*random*", "0.000 ± 0.000"]);
  expect(markdown).toContain("95 % t-interval over 5 seeds");
});

test("renderMarkdown marks classical baselines, and rows that lack seeds", () => {
  const results = handMadeResults(
    { a: { r: [0.5, 0.6, 0.7] }, "ml-knn": { r: [0.5, null, 0.7] } },
    { settings: { baselines: ["ml-knn"] } },
  );
  const [, , , knn] = rowsOf(renderMarkdown({ results }));
  expect(knn?.[1]).toBe("ml-knn (baseline), n = 2");
});

test("renderMarkdown keeps hostile names within their cell", () => {
  const markdown = renderMarkdown({
    results: handMadeResults({ "a|b\n| <img>": { "r\n# x": [0.5] } }, { command: "```\n<script>" }),
  });
  const [head, , row] = rowsOf(markdown);
  expect(row).toHaveLength(head?.length ?? 0);
  expect(row?.[1]).toBe("a\\|b \\| \\<img\\>");
  expect(markdown).toContain("\n## r \\# x\n");
  expect(markdown).toContain("\n    ``` <script>\n");
});

test("renderMarkdown of results without a row says that no run finished", () => {
  expect(renderMarkdown({ results: handMadeResults({}) })).toContain("No run finished.");
});
