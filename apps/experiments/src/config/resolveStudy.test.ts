import { describe, expect, it } from "vitest";
import { ConfigurationError } from "./ConfigurationError.js";
import type { Overrides } from "./Overrides.js";
import { resolveExperiment } from "./resolveExperiment.js";
import { resolveStudy } from "./resolveStudy.js";

const file = (more: string) => `experiment: study
encoder: standard-scaler
losses:
  - { use: sigmoid-f1, beta: 5 }
  - focal
seeds: [0]
${more}`;

const study = (more: string, overrides?: Overrides) =>
  resolveStudy(file(more), "study.yaml", overrides);
const names = async (more: string, overrides?: Overrides) =>
  (await study(more, overrides)).cells.map(({ name }) => name);
const losses = async (more: string, overrides?: Overrides) =>
  (await study(more, overrides)).cells.map(({ experiment }) =>
    experiment.losses.map(({ name }) => name),
  );

async function mistake(more: string, overrides?: Overrides): Promise<string> {
  const error = await study(more, overrides).catch((reason) => reason);
  expect(error).toBeInstanceOf(ConfigurationError);
  return error.message;
}

describe("a file that multiplies nothing", () => {
  it("has one cell, called as its dataset", async () => {
    const { name, cells } = await study("dataset: simulated");
    expect(name).toBe("study");
    expect(cells.map(({ name, values }) => [name, values])).toEqual([["simulated", {}]]);
  });
});

describe("a matrix", () => {
  const datasets = "dataset: [simulated, { use: mulan, name: yeast }]";

  it("makes a cell of each combination, with the values at their paths and the rest as the file has it", async () => {
    const { cells } = await study(
      `split: random\nmatrix:\n  ${datasets}\n  head: [{ hidden: [] }, { hidden: [8], dropout: 0.5 }]`,
    );
    expect(cells.map(({ name }) => name)).toEqual([
      "simulated hidden=none",
      "simulated hidden=8 dropout=0.5",
      "mulan hidden=none",
      "mulan hidden=8 dropout=0.5",
    ]);
    expect(
      cells.map(({ experiment: { dataset, split, losses } }) => [
        dataset.id,
        split.use,
        losses[0]?.head.hidden,
        losses[0]?.head.dropout,
      ]),
    ).toEqual(
      ["simulated", "mulan"].flatMap((id) => [
        [id, "random", [], 0],
        [id, "random", [8], 0.5],
      ]),
    );
    expect(cells[3]?.values).toEqual({
      dataset: { use: "mulan", name: "yeast" },
      head: { hidden: [8], dropout: 0.5 },
    });
  });

  it("joins what each mapping of a list makes, so that texts and features are in one file", async () => {
    const { cells } = await study(
      "matrix: [{ dataset: simulated }, { dataset: cancer-hallmarks, encoder: [tf-idf, lsa] }]",
    );
    expect(cells.map(({ name }) => name)).toEqual([
      "simulated standard-scaler",
      "cancer-hallmarks tf-idf",
      "cancer-hallmarks lsa",
    ]);
    expect(cells.map(({ values }) => values.encoder)).toEqual(["standard-scaler", "tf-idf", "lsa"]);
  });

  it("keeps one of cells that come to the same", async () => {
    expect(await names("dataset: simulated\nmatrix: { split.use: [random, random] }")).toEqual([
      "simulated",
    ]);
  });

  it("takes --set, --losses and --seeds in every cell", async () => {
    const set = ["matrix.dataset.1.classes=4", "head.l2=0.5"];
    const { cells } = await study(
      "matrix: { dataset: [simulated, { use: simulated, classes: 5 }] }",
      { set, losses: ["hill"], seeds: [7] },
    );
    expect(cells.map(({ name }) => name)).toEqual(["simulated", "simulated classes=4"]);
    for (const { experiment } of cells) {
      expect(experiment.seeds).toEqual([7]);
      expect(experiment.losses).toMatchObject([{ name: "hill", head: { l2: 0.5 } }]);
    }
  });

  it.each([
    [
      "an unknown key",
      "matrix: { datset: [a] }",
      '7: matrix.datset: unknown key; did you mean "dataset"?',
    ],
    [
      "what is the study's",
      "matrix: { description: [a] }",
      "7: matrix.description: is the same in every cell",
    ],
    ["no value", "matrix: { dataset: [] }", "7: matrix.dataset: takes at least one value"],
    ["no path", "matrix: [{}]", "7: matrix.0: takes at least one path with its values"],
    ["no mapping", "matrix: []", "7: matrix: takes at least one mapping"],
    ["text", "matrix: dataset", "7: matrix: expected a mapping, found text"],
    [
      "an unknown dataset",
      "matrix:\n  dataset:\n    - simulated\n    - yeats",
      '10: matrix.dataset.1.use: unknown name "yeats"',
    ],
    [
      "an option that the dataset refuses",
      "matrix:\n  dataset:\n    - simulated\n    - use: simulated\n      classes: none",
      "11: matrix.dataset.1.classes: expected a number, found text",
    ],
    [
      "an encoder that does not fit the dataset",
      "dataset: simulated\nmatrix:\n  encoder: tf-idf",
      '9: matrix.encoder.use: "tf-idf" encodes text',
    ],
    [
      "what a mapping is laid over",
      "dataset: simulated\nhead: { l2: -1 }\nmatrix: { head: [{ hidden: [4] }] }",
      "8: head.l2: must be at least 0",
    ],
    [
      "a key of a mapping that is laid over another",
      "dataset: simulated\nhead: { l2: 1 }\nmatrix:\n  head:\n    - hidden: [4]\n      l2: -1",
      "12: matrix.head.0.l2: must be at least 0",
    ],
    [
      "a setting that the losses refuse",
      "dataset: simulated\nmatrix:\n  head.l2: [0, -1]",
      "9: matrix.head.l2.1: must be at least 0",
    ],
  ])("names line and path of %s", async (_what, more, message) => {
    expect(await mistake(more)).toContain(`study.yaml:${message}`);
  });

  it("blames --set for what it breaks", async () => {
    expect(await mistake("dataset: simulated", { set: ["matrix={encoder: [idenity]}"] })).toMatch(
      /^--set matrix: matrix\.encoder\.0\.use: unknown name/,
    );
  });

  it("needs resolveStudy where it makes several cells", async () => {
    await expect(resolveExperiment(file(`matrix: { ${datasets} }`), "study.yaml")).rejects.toThrow(
      "study.yaml: has 2 cells (simulated, mulan): take resolveStudy for it",
    );
  });
});

describe("a list where one value is expected", () => {
  it("makes cells of datasets, encoders and splits, and of their options", async () => {
    expect(await names("dataset: [simulated, mulan]\nsplit: [random, stratified]")).toEqual([
      "simulated random",
      "simulated stratified",
      "mulan random",
      "mulan stratified",
    ]);
    expect(await names("dataset: { use: mulan, name: [emotions, yeast] }")).toEqual([
      "emotions",
      "yeast",
    ]);
    expect(await names("dataset: { use: [simulated, mulan], seed: 1 }").catch(String)).toContain(
      "study.yaml:7: dataset.seed: unknown key",
    );
  });

  it("makes cells of options within a matrix, named together with their unit", async () => {
    const more =
      "matrix: [{ dataset: { use: mulan, name: [emotions, yeast] } }, { dataset: simulated }]";
    expect(await names(more)).toEqual(["mulan emotions", "mulan yeast", "simulated"]);
  });

  it("is one value where the option takes a list, and a list of lists is several", async () => {
    const text = (ngrams: string) =>
      file(`dataset: cancer-hallmarks`).replace(
        "standard-scaler",
        `{ use: tf-idf, ngramRange: ${ngrams}, maxFeatures: 100 }`,
      );
    const cells = async (ngrams: string) =>
      (await resolveStudy(text(ngrams), "study.yaml")).cells.map(({ values }) => values);
    expect(await cells("[1, 2]")).toEqual([{}]);
    expect(await cells("[[1, 1], [1, 2]]")).toEqual([
      { "encoder.ngramRange": [1, 1] },
      { "encoder.ngramRange": [1, 2] },
    ]);
  });

  it("makes variants of a loss's options and sections; the loss's own value stands over the file's list", async () => {
    const more = "dataset: simulated\nhead: { l2: [0, 0.1], hidden: [4] }";
    const set = ["losses.0.beta=[1, 5]", "losses.1={use: focal, head: {l2: 0.5}}"];
    const [cell] = (await study(more, { set })).cells;
    expect(cell?.experiment.losses.map(({ name, head }) => [name, head.l2, head.hidden])).toEqual([
      ["sigmoid-f1 beta=1 l2=0", 0, [4]],
      ["sigmoid-f1 beta=1 l2=0.1", 0.1, [4]],
      ["sigmoid-f1 beta=5 l2=0", 0, [4]],
      ["sigmoid-f1 beta=5 l2=0.1", 0.1, [4]],
      ["focal", 0.5, [4]],
    ]);
    expect(cell?.experiment.losses[1]).toMatchObject({
      base: "sigmoid-f1",
      options: { beta: 1 },
      grid: { beta: 1, "head.l2": 0.1 },
      fileValues: { beta: 1, "head.l2": 0 },
    });
    expect(cell?.experiment.losses[4]).not.toHaveProperty("grid");
  });

  it("makes variants of whole sections, each over the defaults", async () => {
    const more = "dataset: simulated\nhead: [{}, { hidden: [8] }, { dropout: [0.1, 0.2] }]";
    const [cell] = (await study(more, { losses: ["focal"] })).cells;
    expect(
      cell?.experiment.losses.map(({ name, head }) => [name, head.hidden, head.dropout]),
    ).toEqual([
      ["focal", [], 0],
      ["focal hidden=[8]", [8], 0],
      ["focal dropout=0.1", [], 0.1],
      ["focal dropout=0.2", [], 0.2],
    ]);
  });

  it("is one value per class where it stands in a list itself", async () => {
    const beta = (value: string) =>
      losses("dataset: simulated", { set: [`losses.0.beta=${value}`], losses: ["sigmoid-f1"] });
    expect(await beta("[1, 5, 10]")).toEqual([
      ["sigmoid-f1 beta=1", "sigmoid-f1 beta=5", "sigmoid-f1 beta=10"],
    ]);
    expect(await beta("[[1, 5, 10]]")).toEqual([["sigmoid-f1 beta=[1,5,10]"]]);
  });

  it("gives way to a grid of the same path, and is combined with others", async () => {
    const more = "dataset: simulated\ngrid: [{ eta: [0, 1] }, { beta: [7] }]";
    const set = ["losses=[{use: sigmoid-f1, beta: [1, 2]}]"];
    expect(await losses(more, { set })).toEqual([
      [
        "sigmoid-f1 eta=0 beta=1",
        "sigmoid-f1 eta=0 beta=2",
        "sigmoid-f1 eta=1 beta=1",
        "sigmoid-f1 eta=1 beta=2",
        "sigmoid-f1 beta=7",
      ],
    ]);
  });

  it.each([
    [
      "a value out of range",
      "head:\n  l2:\n    - 0\n    - -1",
      "11: head.l2.1: must be at least 0",
    ],
    ["no possible value", "head: { l2: [a, b] }", "8: head.l2: expected a number, found a list"],
    [
      "an unknown key",
      "head:\n  - {}\n  - { l3: 1 }",
      '10: head.1.l3: unknown key; did you mean "l2"?',
    ],
    [
      "a bad rule",
      "training:\n  decision: [gfm, gmf]",
      '9: training.decision.1: unknown name "gmf"',
    ],
    [
      "a head's key of another kind",
      "head:\n  - {}\n  - { use: cnn, inputDropout: 0.1 }",
      '10: head.1.inputDropout: the head "cnn" has no key inputDropout',
    ],
  ])("names line and path of %s", async (_what, more, message) => {
    expect(await mistake(`dataset: simulated\n${more}`)).toContain(`study.yaml:${message}`);
  });

  it("names line and path of an option's value that the loss refuses", async () => {
    const text = file("dataset: simulated").replace("beta: 5", "beta: [1, -1]");
    await expect(resolveStudy(text, "study.yaml")).rejects.toThrow(
      'study.yaml:4: losses.0.beta.1: sigmoid-f1: option "beta"',
    );
  });
});

describe("exclude", () => {
  const cells = "matrix: { dataset: [simulated, cancer-hallmarks], encoder: [identity, tf-idf] }";

  it("leaves out cells, before they are checked", async () => {
    const exclude =
      "exclude: [{ dataset: simulated, encoder: tf-idf }, { dataset: cancer-hallmarks, encoder: identity }]";
    const found = (await study(`${cells}\n${exclude}`)).cells.map(({ values }) => values);
    expect(found).toEqual([
      { dataset: "simulated", encoder: "identity" },
      { dataset: "cancer-hallmarks", encoder: "tf-idf" },
    ]);
  });

  it("leaves out losses and variants, in all cells or in some", async () => {
    const more = (exclude: string) =>
      `dataset: [simulated, { use: mulan, name: yeast }]\nhead: { l2: [0, 1] }\nexclude: ${exclude}`;
    const both = ["sigmoid-f1 l2=0", "sigmoid-f1 l2=1"];
    expect(await losses(more("[{ loss: focal }]"))).toEqual([both, both]);
    expect(await losses(more("[{ loss: [focal, sigmoid-f1], head.l2: 1 }]"))).toEqual([
      ["sigmoid-f1 l2=0", "focal l2=0"],
      ["sigmoid-f1 l2=0", "focal l2=0"],
    ]);
    expect(await losses(more("[{ beta: 5, dataset: yeast }]"))).toEqual([
      [...both, "focal l2=0", "focal l2=1"],
      ["focal l2=0", "focal l2=1"],
    ]);
  });

  it("leaves out a cell of which no loss is left", async () => {
    const more =
      "dataset: [simulated, mulan]\nexclude: [{ loss: [sigmoid-f1, focal], dataset: { use: mulan } }]";
    expect(await names(more)).toEqual(["simulated"]);
    expect(await names(more, { losses: ["focal"] })).toEqual(["simulated"]);
  });

  it("leaves out what the loss would refuse", async () => {
    const more =
      "dataset: simulated\ngrid: { beta: [-1, 1] }\nexclude: [{ loss: focal }, { beta: -1 }]";
    expect(await losses(more)).toEqual([["sigmoid-f1 beta=1"]]);
  });

  it.each([
    [
      "matches nothing",
      "exclude:\n  - { loss: focal }\n  - { head.l2: 3 }",
      "10: exclude.1: matches no combination",
    ],
    [
      "names an unknown path",
      "exclude: [{ head.l3: 0 }]",
      '8: exclude.0.head.l3: no combination has this path; did you mean "head.l2"?',
    ],
    ["leaves nothing", "exclude: [{ dataset: simulated }]", "8: exclude: leaves nothing to run"],
    ["says nothing", "exclude: [{}]", "8: exclude.0: takes at least one path with its value"],
    ["is no list", "exclude: { loss: focal }", "8: exclude: expected a list, found a mapping"],
  ])("is refused where it %s", async (_what, exclude, message) => {
    expect(await mistake(`dataset: simulated\n${exclude}`)).toBe(`study.yaml:${message}`);
  });
});
