import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { program, runProgram } from "../testing/runProgram.test.fixture.js";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";

const small = `experiment: small
dataset: { use: simulated, examples: 300, classes: 4, cardinality: 1.2 }
encoder: standard-scaler
training: { epochs: 10 }
losses: [binary-cross-entropy, sigmoid-f1]
seeds: [0]
`;

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const sigf1 = (
  args: readonly string[],
  stop?: (stderr: string) => NodeJS.Signals | undefined,
  environment?: Readonly<Record<string, string>>,
) => runProgram(folder, args, stop, environment);

async function file(text: string): Promise<string> {
  await writeFile(join(folder, "small.yaml"), text);
  return "small.yaml";
}

const exists = (path: string) =>
  access(join(folder, path)).then(
    () => true,
    () => false,
  );

describe("sigf1 run", () => {
  it("prints the table, and writes results and report", async () => {
    const { code, stdout, stderr } = await sigf1(["run", await file(small)]);
    expect(stderr).toContain("[5/5] random, seed 0");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^threshold-0\.5 +exampleF1/);
    expect(stdout).toMatch(/\nsigmoid-f1 +0\.\d{3}/);
    expect(await readFile(join(folder, "results/small/report.html"), "utf8")).toContain("<svg");
  });

  it("prints only JSON with --json", async () => {
    const { code, stdout } = await sigf1(["run", await file(small), "--json", "--out", "o"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(
      JSON.parse(await readFile(join(folder, "o/results.json"), "utf8")),
    );
  });

  it("tells its progress as JSON lines with --json, from the study to the outcome", async () => {
    const { stderr } = await sigf1(["run", await file(small), "--json", "--out", "o"]);
    const events = stderr
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events[0]).toMatchObject({ event: "study", cells: 1, runs: 5 });
    expect(events.filter(({ event }) => event === "run-end")).toHaveLength(5);
    expect(events.at(-1)).toMatchObject({
      event: "outcome",
      text: expect.stringContaining("o/results.json"),
    });
    for (const { time } of events) expect(new Date(time).toISOString()).toBe(time);
  });

  it("has no colours with --no-color, even where the environment forces them", async () => {
    const diverging = `${small}optimizer: { learningRate: 1.0e+38 }\n`;
    const run = async (...args: string[]) => {
      const options = ["--losses", "focal", "--out", `o${args.length}`];
      return sigf1(["run", await file(diverging), ...options, ...args], undefined, {
        FORCE_COLOR: "1",
      });
    };
    expect((await run()).stderr).toContain("\x1b[31mfailed:");
    expect((await run("--no-color")).stderr).not.toContain("\x1b");
  });

  it("takes --losses, --seeds and --set", async () => {
    const args = ["--losses", "focal", "--seeds", "3,4", "--set", "baselines=[]", "--json"];
    const { stdout } = await sigf1(["run", await file(small), ...args]);
    const { rows } = JSON.parse(stdout) as { rows: { loss: string; seed: number }[] };
    expect(rows.map(({ loss, seed }) => [loss, seed])).toEqual([
      ["focal", 3],
      ["focal", 4],
    ]);
  });

  it.each([
    [
      "an unknown key",
      small.replace("training", "trainin"),
      'small.yaml:4: trainin: unknown key; did you mean "training"?',
    ],
    ["a wrong type", small.replace("[0]", "zero"), "small.yaml:6: seeds: expected a list"],
    [
      "an unknown loss",
      small.replace("sigmoid-f1", "sigmod-f1"),
      'unknown name "sigmod-f1"; did you mean "sigmoid-f1"?',
    ],
    ["broken YAML", small.replace("[0]", "[0"), "not valid YAML"],
  ])("ends with code 2 and one sentence on %s", async (_what, text, sentence) => {
    const { code, stdout, stderr } = await sigf1(["run", await file(text)]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(await exists("results")).toBe(false);
  });

  it.each([
    [["run", "quikstart"], 'no experiment named "quikstart"; did you mean "quickstart"?'],
    [["run", "nowhere.yaml"], "nowhere.yaml: no such file"],
    [["run"], "missing required argument"],
    [["run", "quickstart", "--seeds", "a"], "Expected whole numbers"],
    [["run", "quickstart", "--seeds", "4294967296"], "Expected whole numbers"],
    [["run", "quickstart", "--seeds", "1,1"], '"1" stands twice'],
    [["run", "quickstart", "--seeds", "0,,1"], "Expected whole numbers"],
    [["run", "quickstart", "--seeds", ""], "Expected whole numbers"],
    [["run", "cancer-hallmarks", "--data", "nowhere"], "nowhere is not a folder"],
    [["run", "cancer-hallmarks", "--data", program], "is not a folder"],
    [["run", "quickstart", "--out", program], "is not a folder"],
    [["run", "quickstart", "--engine", "tpu"], "Allowed choices are"],
    [["run", "quickstart", "--sedes", "1"], "--seeds"],
    [["rnu"], "run"],
    [["report", "nowhere"], "cannot be read"],
  ])("ends with code 2 on wrong usage: %j", async (args, sentence) => {
    const { code, stderr } = await sigf1(args);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("ends with code 1 and one sentence where the archive is corrupt", async () => {
    await mkdir(join(folder, "data/cancer-hallmarks"), { recursive: true });
    await writeFile(join(folder, "data/cancer-hallmarks/hallmarks-of-cancer.tar.gz"), "not gzip");
    const { code, stderr } = await sigf1(["run", "cancer-hallmarks", "--data", "data"]);
    expect(code).toBe(1);
    expect(stderr).toContain("hallmarks-of-cancer.tar.gz");
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(await exists("results")).toBe(false);
  });

  it.each([
    ["rows", { runs: [], rows: {} }],
    ["runs.0", { runs: [1], rows: [] }],
    ["rows.0.metrics", { runs: [], rows: [{ loss: "a", decision: "b", seed: 0 }] }],
  ])("sigf1 report ends with code 2 where %s has the wrong shape", async (key, content) => {
    await writeFile(join(folder, "results.json"), JSON.stringify({ version: 1, ...content }));
    const { code, stderr } = await sigf1(["report", "."]);
    expect(code).toBe(2);
    expect(stderr).toContain(`is not of \`sigf1 run\`: ${key}`);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("ends with code 1, and keeps the other runs, where a run fails", async () => {
    const diverging = small.replace(
      "[binary-cross-entropy, sigmoid-f1]",
      "[sigmoid-f1, { use: focal, optimizer: { use: sgd, learningRate: 1.0e+38 } }]",
    );
    const { code, stdout, stderr } = await sigf1(["run", await file(diverging)]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/focal, seed 0: failed: .*epoch/);
    expect(stdout).toContain("sigmoid-f1");
  });

  it.each(["SIGINT", "SIGKILL"] as const)(
    "leaves what was finished readable after %s, and does only the rest afterwards",
    async (signal) => {
      const undisturbed = await sigf1(["run", await file(small), "--out", "a", "--json"]);
      const args = ["run", "small.yaml", "--out", "b", "--json"];
      const stopped = await sigf1(args, (stderr) =>
        stderr.includes("run-end") ? signal : undefined,
      );
      expect(stopped.code).toBe(signal === "SIGINT" ? 130 : null);
      const kept = JSON.parse(await readFile(join(folder, "b/results.json"), "utf8"));
      expect(kept.rows.length).toBeGreaterThanOrEqual(1);
      expect(kept.rows.length).toBeLessThan(5);

      const rest = await sigf1(args);
      expect(rest.code).toBe(0);
      expect(rest.stderr).toMatch(/"event":"plan","total":5,"complete":[1-4]/);
      expect(JSON.parse(rest.stdout).rows).toEqual(JSON.parse(undisturbed.stdout).rows);
      const left = await readdir(join(folder, "b"), { recursive: true });
      expect(left.filter((name) => name.endsWith(".tmp") && !signal.endsWith("KILL"))).toEqual([]);
    },
  );
});

it("sigf1 run says that nothing was begun when it is interrupted before", async () => {
  const long = ["--set", "dataset.examples=100000"];
  const { code, stderr } = await sigf1(["run", await file(small), ...long], (text) =>
    text.includes("loading") ? "SIGINT" : undefined,
  );
  expect(code).toBe(130);
  expect(stderr).toContain("interrupted; no run was begun: run again");
  expect(await exists("results")).toBe(false);
});

describe("the other commands", () => {
  it("sigf1 report writes the report and the tables anew, and prints where", async () => {
    await sigf1(["run", await file(small), "--out", "o"]);
    const names = ["report.html", "results.md", "results.tex", "results.csv"];
    for (const name of names) await writeFile(join(folder, "o", name), "");
    const { code, stdout } = await sigf1(["report", "o"]);
    expect(code).toBe(0);
    const paths = stdout.trim().split("\n");
    expect(paths.map((path) => basename(path))).toEqual(names);
    for (const path of paths) expect(await readFile(path, "utf8")).toContain("sigmoid-f1");
  });

  it("sigf1 report of a study writes the reports of the cells, and one over them that links them", async () => {
    const study = `${small}matrix: { dataset.classes: [4, 5] }\n`;
    const { code } = await sigf1(["run", await file(study), "--out", "o"]);
    expect(code).toBe(0);
    const { cells } = JSON.parse(await readFile(join(folder, "o/results.json"), "utf8")) as {
      cells: { folder: string }[];
    };
    expect(cells).toHaveLength(2);
    for (const path of [".", ...cells.map((cell) => cell.folder)]) {
      await writeFile(join(folder, "o", path, "report.html"), "");
    }
    expect((await sigf1(["report", "o"])).code).toBe(0);
    const page = await readFile(join(folder, "o/report.html"), "utf8");
    for (const cell of cells) {
      expect(page).toContain(`href="${encodeURIComponent(cell.folder)}/report.html"`);
      const own = await readFile(join(folder, "o", cell.folder, "report.html"), "utf8");
      expect(own).toContain("<svg");
    }
    const [head = "", ...rows] = (await readFile(join(folder, "o/results.csv"), "utf8"))
      .trim()
      .split("\r\n");
    const cell = head.split(",").indexOf("cell");
    expect(new Set(rows.map((row) => row.split(",")[cell]))).toHaveProperty("size", 2);
  });

  it("sigf1 list names every experiment and unit", async () => {
    const { code, stdout } = await sigf1(["list"]);
    expect(code).toBe(0);
    for (const name of [
      "quickstart",
      "cancer-hallmarks",
      "simulated",
      "tf-idf",
      "adaptive-sigmoid-f1",
      "tuned-per-class",
      "all-positive",
    ]) {
      expect(stdout).toContain(`  ${name}`);
    }
  });

  it("sigf1 doctor tells of every engine", async () => {
    const { code, stdout } = await sigf1(["doctor"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/✓ compiled training works/);
    expect(stdout).toMatch(/✓ wasm/);
    expect(stdout).toMatch(/✓ cpu/);
    expect(stdout).toMatch(/✗ gpu[\s\S]*@tensorflow\/tfjs-node-gpu/);
  });

  it("works, but for compiled training, where ONNX Runtime has no native library", async () => {
    const hook = `export const resolve = (name, context, next) => {
      if (name === "onnxruntime-node") throw new Error("no native library");
      return next(name, context);
    };`;
    const blocked = join(folder, "blocked.mjs");
    await writeFile(
      blocked,
      `import { register } from "node:module";
      register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)}, import.meta.url);`,
    );
    const without = { NODE_OPTIONS: `--import ${blocked}` };
    const { stdout } = await sigf1(["doctor"], undefined, without);
    expect(stdout).toMatch(/✗ compiled training: no native library/);
    const args = ["run", await file(small), "--out", "out", "--json"];
    const run = await sigf1(args, undefined, without);
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(/training is not compiled: no native library/);
    const results = JSON.parse(run.stdout);
    expect(results.compiled).toBe(false);
    // Nor do its runs pass for compiled ones.
    const config = await readFile(join(folder, "out", results.runs[0], "config.json"), "utf8");
    expect(JSON.parse(config).config.compiled).toBe(false);
  });

  it("shows help, and the same for an empty command", async () => {
    const { code, stdout } = await sigf1(["--help"]);
    expect(code).toBe(0);
    for (const command of ["run", "report", "list", "doctor"])
      expect(stdout).toContain(`  ${command}`);
  });
});
