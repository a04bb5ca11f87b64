import { join } from "node:path";
import getReleasePlan from "@changesets/get-release-plan";
import { expect, it } from "vitest";

const home = join(import.meta.dirname, "..");

it("a release raises no package to a major version that no changeset asks for", async () => {
  const { changesets, releases } = await getReleasePlan(home);
  const asked = changesets
    .flatMap((changeset) => changeset.releases)
    .filter(({ type }) => type === "major")
    .map(({ name }) => name);
  const major = releases.filter(({ type }) => type === "major").map(({ name }) => name);
  expect(major.filter((name) => !asked.includes(name))).toEqual([]);
});
