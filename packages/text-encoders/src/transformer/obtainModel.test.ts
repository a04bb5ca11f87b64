import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "@huggingface/transformers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { tiny } from "./golden.test.fixture.js";
import { transformer } from "./transformer.js";

const hub = env.remoteHost;
let folder: string;
let server: Server | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "model-"));
  // No test asks the real hub: nobody listens on port 1.
  env.remoteHost = "http://127.0.0.1:1/";
});
afterEach(async () => {
  env.remoteHost = hub;
  server?.close();
  server = undefined;
  await rm(folder, { recursive: true });
});

/** A copy of the tiny model to spoil. */
async function copy(name = "model"): Promise<string> {
  const path = join(folder, name);
  await cp(tiny, path, { recursive: true });
  return path;
}

test("transformer() finds a model by its id in the folder of models", async () => {
  await copy("owner/small");
  const encoder = await transformer({ model: "owner/small" }, { models: folder });
  expect((await encoder.encode(["a"])).length).toBe(32);
  encoder.dispose();
});

test("transformer() fetches what is in no folder from the hub into the cache, and then needs no hub", async () => {
  const asked: string[] = [];
  server = createServer(async (request, response) => {
    const [, model, file] = request.url?.match(/^\/(.+)\/resolve\/main\/(.+)$/) ?? [];
    asked.push(`${model}: ${file}`);
    const content = await readFile(join(tiny, String(file))).catch(() => undefined);
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  env.remoteHost = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const first = await transformer({ model: "owner/small" }, { cache: folder });
  expect(asked).toContain("owner/small: onnx/model.onnx");
  env.remoteHost = "http://127.0.0.1:1/";
  const second = await transformer({ model: "owner/small" }, { cache: folder });
  expect(second.id).toBe(first.id);
  expect(await second.encode(["a cell"])).toEqual(await first.encode(["a cell"]));
  first.dispose();
  second.dispose();
});

test("transformer() says in one sentence where it looked for a model that is not to be had", async () => {
  const models = join(folder, "models");
  const cache = join(folder, "cache");
  const error = await transformer({ model: "owner/none" }, { models, cache }).catch((e) => e);
  expect(error.message).toMatch(
    new RegExp(
      `^model owner/none is neither in ${models}/owner/none nor in ${cache}/owner/none, and ` +
        "http://127.0.0.1:1/ does not give it \\(.*\\): name one that the hub has as ONNX for feature extraction, as Xenova/all-MiniLM-L6-v2; or " +
        "export it by `optimum-cli export onnx --model owner/none .* and put its config.json, tokenizer.json, ",
    ),
  );
  expect(error.message).not.toContain("\n");
});

test("transformer() says that a path is no folder, and that a name is neither path nor id", async () => {
  await expect(transformer({ model: "./nowhere" })).rejects.toThrow(
    /model .\/nowhere: .* is not a folder/,
  );
  await expect(transformer({ model: "a/b/c" })).rejects.toThrow(/neither a model id.*nor a path/);
});

test("transformer() lists the dtypes that are there where the wanted one is not", async () => {
  await expect(transformer({ model: tiny, dtype: "q8" })).rejects.toThrow(
    `${tiny} has no onnx/model_quantized.onnx, the model in q8; it has dtype fp32: choose one of these`,
  );
});

test("transformer() says how to make an ONNX file where there is none", async () => {
  const path = await copy();
  await rm(join(path, "onnx"), { recursive: true });
  await expect(transformer({ model: path })).rejects.toThrow(
    /has no onnx\/model.onnx.*optimum-cli export onnx/,
  );
});

test.each(["config.json", "tokenizer.json", "tokenizer_config.json"])(
  "transformer() names the missing %s",
  async (name) => {
    const path = await copy();
    await rm(join(path, name));
    await expect(transformer({ model: path })).rejects.toThrow(`${path} has no ${name}`);
  },
);

test("transformer() names a damaged file: config.json, tokenizer.json, the ONNX model", async () => {
  const path = await copy();
  await writeFile(join(path, "onnx/model.onnx"), "not a model");
  const broken = await transformer({ model: path });
  await expect(broken.encode(["a"])).rejects.toThrow(/onnx\/model.onnx can't be loaded on cpu: /);

  await writeFile(join(path, "tokenizer.json"), "{");
  const wordless = await transformer({ model: path });
  await expect(wordless.encode(["a"])).rejects.toThrow(/the tokenizer in .* can't be read: /);

  await writeFile(join(path, "config.json"), '{"model_type":"distilbert"}');
  await expect(transformer({ model: path })).rejects.toThrow(
    /config.json does not describe a model: .*names neither hidden_size nor dim/,
  );
});

test("transformer({ dtype: 'q8' }) takes onnx/model_quantized.onnx", async () => {
  const path = await copy();
  await rename(join(path, "onnx/model.onnx"), join(path, "onnx/model_quantized.onnx"));
  const [quantized, whole] = [
    await transformer({ model: path, dtype: "q8" }),
    await transformer({ model: tiny }),
  ];
  expect(await quantized.encode(["a"])).toEqual(await whole.encode(["a"]));
  const smaller = await transformer({ model: path, dtype: "q8", batchTokens: 64 });
  expect(smaller.id).not.toBe(quantized.id); // rounding goes by the batch
});

test("transformer() runs a model that calls itself BERT", async () => {
  const path = await copy();
  const config = { model_type: "bert", hidden_size: 32, max_position_embeddings: 64 };
  await writeFile(join(path, "config.json"), JSON.stringify(config));
  const [bert, distilBert] = [
    await transformer({ model: path }),
    await transformer({ model: tiny }),
  ];
  expect(await bert.encode(["a"])).toEqual(await distilBert.encode(["a"]));
});

test("transformer() refuses a model that gives no vectors of tokens, as one for masked words", async () => {
  const path = await copy();
  const onnx = await readFile(join(path, "onnx/model.onnx"), "latin1");
  const renamed = onnx.replaceAll("last_hidden_state", "vocabulary_logits");
  await writeFile(join(path, "onnx/model.onnx"), renamed, "latin1");
  const masked = await transformer({ model: path });
  await expect(masked.encode(["a"])).rejects.toThrow(/gives no float32 last_hidden_state/);
});

test("transformer() has another id for other weights under the same name", async () => {
  const path = await copy("owner/small");
  const first = await transformer({ model: "owner/small" }, { models: folder });
  await mkdir(join(path, "onnx"), { recursive: true });
  await writeFile(join(path, "onnx/model.onnx"), "other weights");
  const second = await transformer({ model: "owner/small" }, { models: folder });
  expect(second.id).not.toBe(first.id);
});
