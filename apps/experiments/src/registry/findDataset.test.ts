import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";
import { datasets } from "./datasets.js";
import { findDataset } from "./findDataset.js";

const modules = fileURLToPath(new URL("../../node_modules/", import.meta.url));
const haiku = `
  import { defineDataset } from "@sigf1/datasets";
  import { z } from "zod";
  export default defineDataset({
    id: "haiku", version: 1, title: "Haiku", modality: "text", citation: "None", license: "CC0-1.0",
    homepage: "https://example.org", sources: [], options: z.strictObject({}),
    async *examples() { yield { id: "1", input: "an old silent pond", labels: ["frog"] }; },
  });
`;

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder, "node_modules"));
  for (const name of ["@sigf1", "zod"]) {
    await symlink(join(modules, name), join(folder, "node_modules", name));
  }
});

async function packageOf(name: string): Promise<void> {
  const place = join(folder, "node_modules", name);
  await mkdir(place, { recursive: true });
  await writeFile(
    join(place, "package.json"),
    '{ "type": "module", "exports": { "import": "./a.js" } }',
  );
  await writeFile(join(place, "a.js"), haiku);
}

it.each(Object.keys(datasets))("finds the built-in dataset %s by its id", async (id) => {
  expect((await findDataset(id, folder)).id).toBe(id);
});

it("finds a module by its path, from the folder given or absolute", async () => {
  await writeFile(join(folder, "haiku.mjs"), haiku);
  expect((await findDataset("./haiku.mjs", folder)).id).toBe("haiku");
  expect((await findDataset(join(folder, "haiku.mjs"), "/")).id).toBe("haiku");
});

it("takes a path as it stands, also one that a URL would write otherwise", async () => {
  await writeFile(join(folder, "haiku-100%.mjs"), haiku);
  expect((await findDataset("./haiku-100%.mjs", folder)).id).toBe("haiku");
});

it.each(["sigf1-dataset-haiku", "@poets/haiku"])(
  "finds the npm package %s from the folder given",
  async (name) => {
    await packageOf(name);
    expect((await findDataset(name, folder)).id).toBe("haiku");
  },
);

it("names the nearest built-in dataset for an unknown id", async () => {
  await expect(findDataset("simulatd", folder)).rejects.toThrow(
    'unknown name "simulatd"; did you mean "simulated"?',
  );
});

it.each([
  ["./missing.js", "no such file"],
  ["sigf1-dataset-missing", "install it with `npm install sigf1-dataset-missing`"],
])("says that %s is missing, and where it was looked for", async (name, reason) => {
  await expect(findDataset(name, folder)).rejects.toThrow(
    `the module "${name}" cannot be loaded from ${folder}: ${reason}`,
  );
});

it("hints at the path of a file that is named without ./", async () => {
  await expect(findDataset("haiku.mjs", folder)).rejects.toThrow('did you mean "./haiku.mjs"?');
});

it("says why a module cannot be loaded that imports a missing one", async () => {
  await writeFile(join(folder, "haiku.mjs"), 'import "./gone.mjs";');
  await expect(findDataset("./haiku.mjs", folder)).rejects.toThrow("gone.mjs");
});

it("refuses a module whose default export is no dataset", async () => {
  await writeFile(join(folder, "nothing.mjs"), "export default { id: 'nothing' };");
  await expect(findDataset("./nothing.mjs", folder)).rejects.toThrow("default export");
});
