import { describe, expect, it } from "vitest";
import { ConfigurationError } from "./ConfigurationError.js";
import { type Overrides, resolveExperiment } from "./resolveExperiment.js";

const valid = `experiment: small
dataset: { use: simulated, examples: 200 }
encoder: standard-scaler
head: { l2: 0.001 }
losses:
  - binary-cross-entropy
  - use: sigmoid-f1
    beta: 5
    head: { l2: 0.1 }
decisions: [threshold-0.5, tuned-global]
seeds: [0, 1]
`;

const resolve = (text: string, overrides?: Overrides) =>
  resolveExperiment(text, "small.yaml", overrides);

/** The message of the ConfigurationError that a changed file gives. */
async function mistake(change: [string, string], overrides?: Overrides): Promise<string> {
  expect(valid).toContain(change[0]);
  const error = await resolve(valid.replace(...change), overrides).catch((reason) => reason);
  expect(error).toBeInstanceOf(ConfigurationError);
  return error.message;
}

describe("resolveExperiment", () => {
  it("takes a valid file, with each loss's settings over the file's", async () => {
    const experiment = await resolve(valid);
    expect(experiment.name).toBe("small");
    expect(experiment.datasetOptions).toMatchObject({ examples: 200 });
    expect(experiment.losses.map(({ name, head }) => [name, head.l2])).toEqual([
      ["binary-cross-entropy", 0.001],
      ["sigmoid-f1", 0.1],
    ]);
    expect(experiment.losses[1]?.options).toEqual({ use: "sigmoid-f1", beta: 5 });
    const trivial = ["all-positive", "prevalence", "random"];
    expect(experiment.baselines.map(({ name }) => name)).toEqual(trivial);
    expect(experiment.seeds).toEqual([0, 1]);
  });

  it("names file, line and key of an unknown key, and the nearest known one", async () => {
    expect(await mistake(["head: { l2", "head: { l3"])).toBe(
      'small.yaml:4: head.l3: unknown key; did you mean "l2"?',
    );
    expect(await mistake(["decisions:", "desicions:"])).toContain(
      'small.yaml:10: desicions: unknown key; did you mean "decisions"?',
    );
    expect(await mistake(["examples: 200", "exmples: 200"])).toBe(
      'small.yaml:2: dataset.exmples: unknown key; did you mean "examples"?',
    );
  });

  it("names the key of a value of the wrong type", async () => {
    expect(await mistake(["seeds: [0, 1]", "seeds: [0, one]"])).toMatch(
      /^small\.yaml:11: seeds\.1: expected a number, found text/,
    );
    expect(await mistake(["examples: 200", "examples: many"])).toMatch(
      /^small\.yaml:2: dataset\.examples: expected a number, found text/,
    );
  });

  it("names a missing key", async () => {
    expect(await mistake(["encoder: standard-scaler\n", ""])).toMatch(
      /^small\.yaml: encoder: missing/,
    );
  });

  it.each([
    ["dataset", "simulated", "simlated", "2: dataset.use", "simulated"],
    ["encoder", "standard-scaler", "standard-scalar", "3: encoder.use", "standard-scaler"],
    ["loss", "use: sigmoid-f1", "use: sigmoid-f2", "7: losses.1", "sigmoid-f1"],
    ["decision", "tuned-global", "tuned-globl", "10: decisions.1", "tuned-global"],
  ])("suggests the nearest %s", async (_kind, right, wrong, place, suggestion) => {
    const message = await mistake([right, wrong]);
    expect(message).toMatch(new RegExp(`^small\\.yaml:${place.replace(".", "\\.")}`));
    expect(message).toContain(`did you mean "${suggestion}"?`);
  });

  it("names the loss whose option is wrong", async () => {
    expect(await mistake(["beta: 5", "beta: -5"])).toMatch(/^small\.yaml:7: losses\.1: .*beta/);
    expect(await mistake(["beta: 5", "betta: 5"])).toMatch(/^small\.yaml:7: losses\.1: .*betta/);
  });

  it.each([
    ["simulated", "constructor", "dataset.use"],
    ["standard-scaler", "toString", "encoder.use"],
    ["binary-cross-entropy", "constructor", "losses.0"],
  ])("knows no unit by the name of an object's own property: %s", async (unit, name, key) => {
    const message = await mistake([unit, name]);
    expect(message).toContain(`${key}: unknown name "${name}"`);
  });

  it.each(["..", ".", "-x", ".hidden"])("refuses the experiment name %s", async (name) => {
    expect(await mistake(["experiment: small", `experiment: ${name}`])).toMatch(
      /^small\.yaml:1: experiment: .*begins with a letter or digit/,
    );
  });

  it("refuses a baseline that stands twice", async () => {
    expect(await mistake(["seeds:", "baselines: [random, random]\nseeds:"])).toBe(
      'small.yaml:11: baselines.1: "random" stands twice',
    );
  });

  it("says where an encoder takes no options", async () => {
    expect(await mistake(["standard-scaler", "{ use: standard-scaler, mean: 0 }"])).toBe(
      "small.yaml:3: encoder.mean: unknown key; this encoder takes no options",
    );
  });

  it("names the training.decision that is wrong: the file's, or a loss's own", async () => {
    expect(await mistake(["losses:", "training: { decision: tuned-globl }\nlosses:"])).toMatch(
      /^small\.yaml:5: training\.decision: unknown name "tuned-globl"/,
    );
    expect(await mistake(["beta: 5", "training: { decision: tuned-globl }"])).toMatch(
      /^small\.yaml:8: losses\.1\.training\.decision: unknown name "tuned-globl"/,
    );
  });

  it("refuses an encoder of another modality", async () => {
    expect(await mistake(["standard-scaler", "tf-idf"])).toContain(
      '"tf-idf" encodes text, but simulated is features',
    );
  });

  it("refuses a split that the dataset does not have", async () => {
    expect(await mistake(["head:", "split: blurb\nhead:"])).toMatch(/unknown name "blurb"/);
  });

  it("refuses two losses of one name", async () => {
    expect(await mistake(["use: sigmoid-f1\n    beta: 5", "use: binary-cross-entropy"])).toContain(
      '"binary-cross-entropy" stands twice; give one of the two a name',
    );
  });

  it("names the line where the YAML breaks", async () => {
    expect(await mistake(["[0, 1]", "[0, 1"])).toMatch(/^small\.yaml:\d+: not valid YAML/);
  });

  it("applies --set, and blames it for what it breaks", async () => {
    const set = ["head.l2=0.5", "losses.1.beta=7", "dataset.classes=5"];
    const experiment = await resolve(valid, { set });
    expect(experiment.losses[0]?.head.l2).toBe(0.5);
    expect(experiment.losses[1]?.options).toMatchObject({ beta: 7 });
    expect(experiment.datasetOptions).toMatchObject({ classes: 5 });
    await expect(resolve(valid, { set: ["head.l2=-1"] })).rejects.toThrow(
      /^--set head\.l2: (?!head\.l2)/,
    );
    await expect(resolve(valid, { set: ["head.l2"] })).rejects.toThrow("expected path=value");
    await expect(resolve(valid, { set: ["nothing.here=1"] })).rejects.toThrow(ConfigurationError);
  });

  it("opens a bare name for --set, and refuses an entry that is not there", async () => {
    const bare = valid.replace("dataset: { use: simulated, examples: 200 }", "dataset: simulated");
    const set = ["dataset.classes=5", "losses.0.labelSmoothing=0.1"];
    const experiment = await resolve(bare, { set });
    expect(experiment.datasetOptions).toMatchObject({ classes: 5 });
    expect(experiment.losses[0]?.options).toMatchObject({ labelSmoothing: 0.1 });
    await expect(resolve(valid, { set: ["losses.9.beta=3"] })).rejects.toThrow(
      "losses has the entries 0 to 1",
    );
  });

  it("refuses a loss that is named like a baseline, and a decision that stands twice", async () => {
    expect(await mistake(["use: sigmoid-f1", "use: sigmoid-f1\n    name: random"])).toContain(
      '"random" is the name of a baseline',
    );
    for (const again of ["threshold-0.5", "threshold-0.50"]) {
      expect(await mistake(["tuned-global]", `${again}]`])).toBe(
        'small.yaml:10: decisions.1: "threshold-0.5" stands twice',
      );
    }
  });

  it("takes the count head's settings over their defaults, where `count` is among the decisions", async () => {
    const counting = valid.replace("tuned-global", "count");
    const given = counting.replace("losses:", "countHead: { l2: 0.5 }\nlosses:");
    expect((await resolve(valid)).countHead).toBeUndefined();
    expect((await resolve(counting)).countHead).toEqual({ hidden: [64], l2: 0.001 });
    const { countHead, settings } = await resolve(given, { set: ["countHead.hidden=[]"] });
    expect(countHead).toEqual({ hidden: [], l2: 0.5 });
    expect(settings.countHead).toEqual(countHead);
  });

  it.each([
    ["{ l3: 1 }", 'countHead.l3: unknown key; did you mean "l2"?'],
    ["{ l2: -1 }", "countHead.l2: "],
    ["{ hidden: [0] }", "countHead.hidden.0: "],
    ["{ l2: 1 }", 'countHead: is used by the rule "count" alone; add "count" to the decisions'],
  ])(
    "refuses the count head %s without `count`, or with a bad key or value",
    async (head, says) => {
      const message = await mistake(["losses:", `countHead: ${head}\nlosses:`]);
      expect(message).toContain(`small.yaml:5: ${says}`);
    },
  );

  it("keeps what was settled as plain data for the record", async () => {
    const { settings } = await resolve(valid, { losses: ["sigmoid-f1"], seeds: [7] });
    expect(settings).toMatchObject({
      seeds: [7],
      losses: [{ name: "sigmoid-f1", options: { beta: 5 }, head: { l2: 0.1, dropout: 0 } }],
    });
    expect(settings.dataset).toMatchObject({ use: "simulated", examples: 200, seed: 0 });
    expect(JSON.parse(JSON.stringify(settings))).toEqual(settings);
  });

  it("keeps the chosen losses, also one that the file lacks", async () => {
    const { losses } = await resolve(valid, { losses: ["sigmoid-f1", "focal"] });
    expect(losses.map(({ name, head }) => [name, head.l2])).toEqual([
      ["sigmoid-f1", 0.1],
      ["focal", 0.001],
    ]);
    await expect(resolve(valid, { losses: ["sigmoidf1"] })).rejects.toThrow(
      'did you mean "sigmoid-f1"?',
    );
  });
});
