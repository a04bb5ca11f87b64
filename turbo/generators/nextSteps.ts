/** What to do with a package that was just made. */
export function nextSteps(id: string): string {
  const folder = `packages/datasets/${id}`;
  return [
    `${folder} reads 48 made-up examples from ${folder}/sample. Next:`,
    "    pnpm install",
    `    pnpm turbo run build test --filter @sigf1/dataset-${id}`,
    `    pnpm sigf1 datasets check ./${folder}/dist/index.js --data ${folder}/sample`,
    "    Then put your file in: docs/guides/adding-a-dataset.md goes on from here.",
  ].join("\n");
}
