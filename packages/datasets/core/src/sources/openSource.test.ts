import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { DatasetError } from "../DatasetError.js";
import { temporaryFolder } from "../temporaryFolder.test.fixture.js";
import { localServer } from "./localServer.test.fixture.js";
import { openSource } from "./openSource.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

const sha256 = createHash("sha256").update("right").digest("hex");
const unreachable = "http://127.0.0.1:1/some.bin";
const source = { filename: "some.bin", url: unreachable, sha256 };

function folders(contents: { cache?: string; data?: string }) {
  const root = temporaryFolder();
  const paths = { cache: join(root, "cache"), data: join(root, "data") };
  for (const place of ["cache", "data"] as const) {
    const text = contents[place];
    if (text === undefined) continue;
    const file = join(paths[place], "some-dataset", "some.bin");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return paths;
}

test("openSource returns the cached file first", async () => {
  const paths = folders({ cache: "right", data: "right" });
  expect(await openSource("some-dataset", source, paths)).toBe(
    join(paths.cache, "some-dataset", "some.bin"),
  );
});

test("openSource returns the mirror's file in place, without copying it to the cache", async () => {
  const paths = folders({ data: "right" });
  expect(await openSource("some-dataset", source, paths)).toBe(
    join(paths.data, "some-dataset", "some.bin"),
  );
  expect(existsSync(paths.cache)).toBe(false);
});

test("openSource takes the folders from SIGF1_CACHE and SIGF1_DATA where none are given", async () => {
  const paths = folders({ data: "right" });
  vi.stubEnv("SIGF1_CACHE", paths.cache);
  vi.stubEnv("SIGF1_DATA", paths.data);
  expect(await openSource("some-dataset", source)).toBe(
    join(paths.data, "some-dataset", "some.bin"),
  );
});

test("openSource fetches into the cache what neither folder has", async () => {
  const url = await localServer((_request, response) => response.end("right"));
  const paths = folders({});
  const path = await openSource("some-dataset", { ...source, url }, paths);
  expect(path).toBe(join(paths.cache, "some-dataset", "some.bin"));
  expect(readFileSync(path, "utf8")).toBe("right");
});

test.each(["cache", "data"] as const)(
  "openSource names the file, what it found and what it expected when the file in the %s is wrong",
  async (place) => {
    const paths = folders({ [place]: "wrong" });
    const error = await openSource("some-dataset", source, paths).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(DatasetError);
    const file = join(paths[place], "some-dataset", "some.bin");
    const found = createHash("sha256").update("wrong").digest("hex");
    expect(error).toMatchObject({ file });
    expect(String(error)).toContain(`its sha256 is ${found}, expected ${sha256}`);
  },
);

test("openSource names each place and the URL when a file is nowhere", async () => {
  const paths = folders({});
  const error = await openSource("some-dataset", source, paths).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(DatasetError);
  for (const place of [
    join(paths.cache, "some-dataset", "some.bin"),
    join(paths.data, "some-dataset", "some.bin"),
    unreachable,
  ]) {
    expect(String(error)).toContain(place);
  }
});

test("openSource says how to give a mirror folder when there is none", async () => {
  vi.stubEnv("SIGF1_DATA", "");
  const { cache } = folders({});
  await expect(openSource("some-dataset", source, { cache })).rejects.toThrow(
    /none given: .*SIGF1_DATA/,
  );
});
