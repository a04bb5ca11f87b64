import { useEngine } from "@sigf1/engine";
import { type Encoder, encodeToStore } from "@sigf1/features";
import { sigmoidF1 } from "@sigf1/losses";
import { linearHead, train } from "@sigf1/training";
import { compiledStep } from "@sigf1/training/compiled";

/**
 * Writes generated features of so many rows into a folder, trains a linear head on them for one epoch, read batch by
 * batch, and prints the seconds of both and the most resident memory as JSON: `node featuresRun.js FOLDER ROWS`.
 */
const [folder = "", count = ""] = process.argv.slice(2);
const rows = Number(count);
const COLS = 768;
const CLASSES = 10;

/** Features that look like noise and depend on the row alone. */
const encoder: Encoder<number> = {
  id: "generated",
  dimension: COLS,
  async encode(batch) {
    const values = new Float32Array(batch.length * COLS);
    batch.forEach((row, i) => {
      let state = row + 1;
      for (let j = 0; j < COLS; j++) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
        values[i * COLS + j] = state / 2 ** 31;
      }
    });
    return values;
  },
  dispose() {},
};

const megabytes = () => process.resourceUsage().maxRSS / 1000; // of kilobytes
const inputs = Array.from({ length: rows }, (_, row) => row);
const start = performance.now();
const store = await encodeToStore({
  folder,
  dataset: "generated@1",
  encoder,
  part: { ids: inputs.map(String), inputs },
});
const written = performance.now();
const writing = megabytes();

await useEngine("wasm");
const labels = Uint8Array.from({ length: rows * CLASSES }, (_, i) => (i % 7 === 0 ? 1 : 0));
const head = linearHead({ inputs: COLS, outputs: CLASSES });
await train({
  head,
  loss: sigmoidF1(),
  train: { features: store, labels: { rows, cols: CLASSES, data: labels } },
  epochs: 1,
  step: compiledStep,
});
head.dispose();
await store.close();
console.log(
  JSON.stringify({
    writeSeconds: (written - start) / 1000,
    trainSeconds: (performance.now() - written) / 1000,
    writing,
    training: megabytes(),
  }),
);
