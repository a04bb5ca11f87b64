import { expect, it } from "vitest";
import { resolveExperiment } from "./resolveExperiment.js";

const resolve = (head: string, ofLoss = "{}") =>
  resolveExperiment(
    `experiment: heads
dataset: simulated
encoder: identity
head: ${head}
losses: [{ use: focal, head: ${ofLoss} }]
`,
    "heads.yaml",
  );

it("takes the settings of a cnn, of the file and of a loss", async () => {
  const { losses } = await resolve("{ use: cnn, width: 8, height: 8 }", "{ filters: [4] }");
  expect(losses[0]?.head).toMatchObject({ use: "cnn", width: 8, height: 8, filters: [4] });
});

it.each([
  ["{ filters: [4] }", "{}", 'heads.yaml:4: head.filters: the head "mlp" has no such key'],
  [
    "{ use: cnn, hidden: [4] }",
    "{}",
    'heads.yaml:4: head.hidden: the head "cnn" has no such key; it takes width, height, filters, dropout, l2',
  ],
  [
    "{ use: cnn }",
    "{ inputDropout: 0.1 }",
    'heads.yaml:5: losses.0.head.inputDropout: the head "cnn"',
  ],
  ["{ use: rnn }", "{}", "heads.yaml:4: head.use: "],
])(
  "names the key of head: %s, of a loss: %s, that its kind of head lacks",
  async (head, ofLoss, message) => {
    await expect(resolve(head, ofLoss)).rejects.toThrow(message);
  },
);
