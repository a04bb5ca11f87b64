import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { DatasetError } from "../DatasetError.js";
import { temporaryFolder } from "../temporaryFolder.test.fixture.js";
import { localServer } from "./localServer.test.fixture.js";
import { findSource, openSource } from "./openSource.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

const sha256 = createHash("sha256").update("right").digest("hex");
const unreachable = "http://127.0.0.1:1/some.bin";
const source = { filename: "some.bin", url: unreachable, sha256 };

function folders(contents: { cache?: string; data?: string }) {
  const root = temporaryFolder();
  const paths = { cache: join(root, "cache"), data: join(root, "data"), limits: { retries: 0 } };
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
  const { cache, limits } = folders({});
  await expect(openSource("some-dataset", source, { cache, limits })).rejects.toThrow(
    /none given: .*SIGF1_DATA/,
  );
});

test("openSource reads a source with a path there alone, verified", async () => {
  const paths = folders({ cache: "right", data: "right" });
  const path = join(temporaryFolder(), "mine.bin");
  const mine = { ...source, path };
  const missing = openSource("some-dataset", mine, paths);
  await expect(missing).rejects.toThrow(`${path}: no such file`);
  expect(await findSource("some-dataset", mine, paths)).toBeUndefined();

  writeFileSync(path, "right");
  expect(await openSource("some-dataset", mine, paths)).toBe(path);

  writeFileSync(path, "wrong");
  await expect(openSource("some-dataset", mine, paths)).rejects.toThrow(`${path}: not the file`);
});

const images = { filename: "Images", kind: "folder" as const, obtain: "Download the images." };

test.each(["cache", "data"] as const)(
  "openSource returns a folder that lies in the %s",
  async (place) => {
    const paths = folders({});
    const folder = join(paths[place], "some-dataset", "Images");
    mkdirSync(folder, { recursive: true });
    expect(await openSource("some-dataset", images, paths)).toBe(folder);
  },
);

test("openSource names what it found where a folder is a file, and the reverse", async () => {
  const paths = folders({ data: "right" });
  const file = join(paths.data, "some-dataset", "some.bin");
  const asFolder = { ...images, filename: "some.bin" };
  await expect(openSource("some-dataset", asFolder, paths)).rejects.toThrow(
    `${file}: some-dataset needs a folder here, but this is a file`,
  );
  await expect(
    openSource("some-dataset", { ...source, path: dirname(file) }, paths),
  ).rejects.toThrow(`${dirname(file)}: some-dataset needs a file here, but this is a folder`);
});

test("openSource says where it looked and how to get what has no URL", async () => {
  const paths = folders({});
  const error = await openSource("some-dataset", images, paths).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(DatasetError);
  for (const part of [
    join(paths.cache, "some-dataset", "Images"),
    join(paths.data, "some-dataset", "Images"),
    "it has no URL. Download the images.",
  ]) {
    expect(String(error)).toContain(part);
  }
});

test("openSource says how to get a file whose URL does not serve it", async () => {
  const url = await localServer((_request, response) => response.writeHead(404).end());
  const obtain = "Ask its makers for it.";
  await expect(openSource("some-dataset", { ...source, url, obtain }, folders({}))).rejects.toThrow(
    /could not be fetched from .*: the server answered 404 Not Found\. Ask its makers for it\.$/,
  );
});

test("openSource ends with the reason of the signal that stops a download", async () => {
  const reason = new Error("stopped");
  const controller = new AbortController();
  const url = await localServer(() => controller.abort(reason));
  const settings = { ...folders({}), signal: controller.signal };
  await expect(openSource("some-dataset", { ...source, url }, settings)).rejects.toBe(reason);
});

test("findSource returns undefined for what is in no folder, and fetches nothing", async () => {
  let requests = 0;
  const url = await localServer((_request, response) => {
    requests++;
    response.end("right");
  });
  expect(await findSource("some-dataset", { ...source, url }, folders({}))).toBeUndefined();
  expect(requests).toBe(0);
});

test("findSource throws for what cannot be looked at, rather than pass it over", async () => {
  const loop = join(temporaryFolder(), "loop");
  symlinkSync(loop, loop);
  await expect(findSource("some-dataset", { ...source, path: loop })).rejects.toThrow(
    `${loop}: cannot be read: ELOOP`,
  );
});
