import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { transformer } from "@sigf1/text-encoders";
import type { Comparison } from "./compare.js";
import { encoderMemory } from "./encoderMemory.js";
import { inTemporaryFolder } from "./inTemporaryFolder.js";
import { peerScript, python } from "./python.js";
import { summary } from "./summary.js";
import { writeBertFolder } from "./writeBertFolder.js";

const DOCUMENTS = 128;
const THREADS = 2;
const ROUNDS = 3;

/** The sizes of distilbert-base-uncased. */
const base = {
  model_type: "distilbert",
  vocab_size: 30522,
  dim: 768,
  hidden_dim: 3072,
  n_heads: 12,
  n_layers: 6,
  max_position_embeddings: 512,
};

/**
 * Encodes documents with a DistilBERT of random weights: `transformer`, tokens included, and eager PyTorch from token
 * ids, in batches of 32 padded to the longest. Says first how memory grows over 100,000 documents in a small model.
 */
export async function distilbert(): Promise<Comparison[]> {
  const peer = peerScript("distilbert.py");
  try {
    console.log(python(["-c", "import torch; print('PyTorch', torch.__version__)"]).trim());
  } catch (error) {
    console.log(`DistilBERT is left out: ${error instanceof Error ? error.message : error}`);
    return [];
  }
  return inTemporaryFolder(async (folder) => {
    await encoderMemory();
    const words = writeBertFolder(folder, base);
    python([peer, "write", folder]);
    const documents = drawDocuments(words.length);
    const texts = documents.map((ids) => ids.map((id) => words[id]).join(" "));
    // Five special tokens come before the words; 2 and 3 are [CLS] and [SEP].
    const rows = documents.map((ids) => [2, ...ids.map((id) => id + 5), 3]);
    writeFileSync(join(folder, "ids.json"), JSON.stringify(rows));

    const encoder = await transformer({ model: folder });
    await encoder.encode(texts.slice(0, 2));
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now();
      const features = await encoder.encode(texts);
      ours.push((performance.now() - start) / DOCUMENTS);
      const { milliseconds, first } = JSON.parse(
        python([peer, "time", folder, String(THREADS)]),
      ) as { milliseconds: number; first: number[] };
      theirs.push(milliseconds / DOCUMENTS);
      const apart = Math.max(...first.map((value, j) => Math.abs(value - Number(features[j]))));
      if (!(apart < 1e-3)) throw new Error(`the vectors of the two are ${apart} apart`);
    }
    encoder.dispose();
    const times = [
      summary("transformer", ours),
      summary(`PyTorch, ${THREADS} threads`, theirs),
    ] as const;
    return [
      {
        title: `DistilBERT in fp32, ms per document, ${DOCUMENTS} of arXiv's lengths`,
        target: "≤ 0.5",
        times,
        ratio: times[0].median / times[1].median,
      },
    ];
  });
}

/** Words of each document: log-normal in number, as the tokens of 3,000 arXiv titles and abstracts (mean 220). */
function drawDocuments(words: number): number[][] {
  // The MINSTD generator: the same documents in each run.
  let state = 1;
  const uniform = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return Array.from({ length: DOCUMENTS }, () => {
    const length = Math.min(510, Math.max(5, Math.round(203 * Math.exp(0.42 * normal()))));
    return Array.from({ length }, () => Math.floor(uniform() * words));
  });
}
