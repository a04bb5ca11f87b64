import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cancerHallmarks } from "@sigf1/dataset-cancer-hallmarks";
import { binarizeLabels, loadDataset, stratifiedSplit } from "@sigf1/datasets";
import { lossByName } from "@sigf1/losses";
import { tfidf } from "@sigf1/text-encoders";
import * as tf from "@tensorflow/tfjs";
import { baselineRows } from "./baselineRows.mjs";
import { refuse } from "./refuse.mjs";
import { userPath } from "./userPath.mjs";

/**
 * Scores and labels of the trained linear heads of an experiment on cancer-hallmarks with stratified splits, from the
 * weights that the experiment kept: `results.json` has figures alone.
 * @param {string} path of `results.json`, relative to where the user stands
 * @param {object} results its content
 * @param {string} [data] mirror folder of data files, likewise
 * @yields {{ loss: string, seed: number, validation: object, test: object }} parts of `{ scores, labels }`
 */
export async function* scoredRuns(path, { runs, settings }, data) {
  const { use: dataset, ...options } = settings.dataset;
  if (dataset !== cancerHallmarks.id) {
    refuse(`${path} is of ${dataset}; expected an experiment on ${cancerHallmarks.id}`);
  }
  const { examples, labels: vocabulary } = await loadDataset(cancerHallmarks, {
    options,
    data: data === undefined ? undefined : userPath(data),
  });
  const labels = binarizeLabels(examples, vocabulary);
  const encoded = new Map();
  for (const run of runs) {
    const folder = join(dirname(userPath(path)), run);
    const {
      loss: name,
      seed,
      config,
    } = JSON.parse(readFileSync(join(folder, "config.json"), "utf8"));
    if (baselineRows(settings).has(name)) continue;
    if (!encoded.has(seed)) encoded.set(seed, await encode(examples, labels, settings, seed));
    const { validation, test } = encoded.get(seed);
    const { use, ...lossOptions } = config.options;
    const loss = lossByName(use, lossOptions);
    const { tensors, epoch } = readWeights(join(folder, "model.safetensors"));
    loss.onEpochBegin?.(epoch, config.training.epochs);
    const scored = (part) => ({ labels: part.labels, scores: score(part.features, tensors, loss) });
    yield { loss: name, seed, validation: scored(validation), test: scored(test) };
  }
}

/** Features and labels of the parts of a seed's split; the encoder learns from the training part. */
async function encode(examples, labels, { split, encoder: { use: _tfidf, ...options } }, seed) {
  const [train, validation, test] = split.fractions;
  const indices = stratifiedSplit(labels, { train, validation, test }, seed);
  const rowsOf = (part) => ({
    rows: part.length,
    cols: labels.cols,
    data: Uint8Array.from(
      part.flatMap((i) => [...labels.data.subarray(i * labels.cols, (i + 1) * labels.cols)]),
    ),
  });
  const inputs = (part) => part.map((i) => examples[i].input);
  const encoder = tfidf(options);
  await encoder.fit(inputs(indices.train), rowsOf(indices.train));
  const encodePart = async (part) => ({
    features: tf.tensor2d(await encoder.encode(inputs(part)), [part.length, encoder.dimension]),
    labels: rowsOf(part),
  });
  return {
    validation: await encodePart(indices.validation),
    test: await encodePart(indices.test),
  };
}

/** The loss's scores of a linear head. */
function score(features, { kernel, bias }, loss) {
  return tf.tidy(() => {
    const scores = loss.scores(features.matMul(kernel).add(bias));
    const [rows, cols] = scores.shape;
    return { rows, cols, data: scores.dataSync() };
  });
}

/** Kernel and bias of a file in the safetensors format, and the epoch that they are of. */
function readWeights(file) {
  const bytes = readFileSync(file);
  const start = 8 + Number(bytes.readBigUInt64LE());
  const header = JSON.parse(bytes.toString("utf8", 8, start));
  const tensor = (name) => {
    const {
      shape,
      data_offsets: [begin, end],
    } = header[name];
    const data = new Float32Array(
      Uint8Array.from(bytes.subarray(start + begin, start + end)).buffer,
    );
    return tf.tensor(data, shape);
  };
  return {
    tensors: { kernel: tensor("layers.0.kernel"), bias: tensor("layers.0.bias") },
    epoch: Number(header.__metadata__.epoch),
  };
}
