import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import root from "../../../package.json" with { type: "json" };
import manifest from "../package.json" with { type: "json" };
import * as index from "./index.js";

const home = fileURLToPath(new URL("..", import.meta.url));
const tsc = fileURLToPath(new URL("../../../node_modules/.bin/tsc", import.meta.url));

/** Milliseconds for each command. */
const LIMIT = 90_000;

/** Each loss's exported factory, which is its name in camel case, and its name. */
const FACTORIES = index.lossNames.map((name) => [
  name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
  name,
]) as [string, string][];

const PROGRAM = `
import * as tf from "@tensorflow/tfjs";
import { type MultilabelLoss, sigmoidF1 } from "@sigf1/losses";

const loss: MultilabelLoss = sigmoidF1({ beta: 1, eta: 0, average: "macro" });
const x = tf.randomNormal([64, 8], 0, 1, "float32", 1);
const y = tf.cast(tf.greater(tf.slice(x, [0, 0], [64, 3]), 0.3), "float32");
const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [8] })] });
model.compile({ optimizer: tf.train.adam(0.1), loss: sigmoidF1() });
const { history } = await model.fit(x, y, { epochs: 20, verbose: 0 });
const scores = loss.scores(model.predict(x) as tf.Tensor2D);
console.log(JSON.stringify({ losses: history.loss, shape: scores.shape }));
`;

/** Waits in this thread, where Vitest's own timeout can't fire: each command has a limit of its own. */
function runIn(cwd: string, command: string, ...args: string[]): string {
  try {
    return execFileSync(command, args, {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      timeout: LIMIT,
      killSignal: "SIGKILL",
    });
  } catch (cause) {
    const { code, stdout, stderr } = cause as { code?: string; stdout?: string; stderr?: string };
    const why = code === "ETIMEDOUT" ? `took more than ${LIMIT / 1000} s` : "failed";
    const output = [stdout, stderr].filter(Boolean).join("\n");
    throw new Error(`${command} ${args.join(" ")} (in ${cwd}) ${why}\n${output}`, { cause });
  }
}

describe("the published package", () => {
  const folder = mkdtempSync(join(tmpdir(), "sigf1-losses-"));
  const run = (command: string, ...args: string[]) => runIn(folder, command, ...args);
  let tarball = "";

  beforeAll(() => {
    runIn(home, "npx", "--yes", root.packageManager, "pack", "--pack-destination", folder);
    tarball = readdirSync(folder).find((file) => file.endsWith(".tgz")) ?? "no tarball";
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("asks for tfjs-core alone, as a peer", () => {
    expect(Object.keys(manifest)).not.toContain("dependencies");
    expect(manifest.peerDependencies).toEqual({ "@tensorflow/tfjs-core": "^4.22.0" });
  });

  it("type-checks and trains beside @tensorflow/tfjs in an empty folder", () => {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", private: true }));
    writeFileSync(join(folder, "program.ts"), PROGRAM);
    const { version } = createRequire(import.meta.url)("@tensorflow/tfjs/package.json");
    run("npm", "install", "--no-audit", "--no-fund", `./${tarball}`, `@tensorflow/tfjs@${version}`);
    run(
      tsc,
      "program.ts",
      "--strict",
      "--skipLibCheck",
      "--target",
      "es2022",
      "--module",
      "nodenext",
    );
    const output = run("node", "program.js").trim().split("\n").at(-1) ?? "";
    const { losses, shape } = JSON.parse(output) as { losses: number[]; shape: number[] };
    expect(losses.at(-1)).toBeLessThan(0.6 * (losses[0] ?? 0));
    expect(shape).toEqual([64, 3]);
  });
});

describe("a bundle", () => {
  it.each(FACTORIES)(
    "with %s alone adds at most 6 KB, minified, to tfjs-core (bayesianSigmoidF1, with its sampler: 11)",
    async (factory, name) => {
      const { [factory]: make } = index as Record<string, unknown>;
      if (typeof make !== "function") throw new Error(`index.ts exports no factory ${factory}`);
      expect(make().name).toBe(name);
      expect(await minifiedSize(factory)).toBeLessThanOrEqual(
        (name === "bayesian-sigmoid-f1" ? 11 : 6) * 1024,
      );
    },
  );
});

/** Bytes of a bundle that exports one symbol of the built package. */
async function minifiedSize(symbol: string): Promise<number> {
  const bundle = await rolldown({
    input: "entry",
    external: ["@tensorflow/tfjs-core"],
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "entry" ? id : null),
        load: (id) =>
          id === "entry"
            ? `export { ${symbol} } from ${JSON.stringify(join(home, "dist/index.js"))};`
            : null,
      },
    ],
  });
  const { output } = await bundle.generate({ minify: true });
  await bundle.close();
  expect(output).toHaveLength(1);
  return Buffer.byteLength(output[0].code);
}
