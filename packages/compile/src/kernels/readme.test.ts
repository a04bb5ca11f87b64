import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lowerings } from "./lowerings.js";

const path = new URL("../../README.md", import.meta.url);
const [start, end] = [/<!-- kernels: .* -->\n/, "<!-- /kernels -->"];

test("the README lists the kernels of the registry", () => {
  const readme = readFileSync(path, "utf8");
  const opening = start.exec(readme)?.[0] ?? "";
  const [before = "", rest = ""] = readme.split(opening);
  const [listed = "", after = ""] = rest.split(end);
  const names = Object.keys(lowerings).toSorted();
  const rows = new Map<string, string[]>();
  for (const name of names) {
    const letter = name.replace("_", "")[0] ?? "";
    rows.set(letter, [...(rows.get(letter) ?? []), `\`${name}\``]);
  }
  const table = `\n${names.length} kernels of tfjs-core, forward and gradient:\n\n| | |\n| --- | --- |\n${[
    ...rows,
  ]
    .map(([letter, kernels]) => `| ${letter} | ${kernels.join(", ")} |`)
    .join("\n")}\n\n`;
  if (process.env.UPDATE_README) writeFileSync(path, before + opening + table + end + after);
  else expect(listed).toBe(table);
});
