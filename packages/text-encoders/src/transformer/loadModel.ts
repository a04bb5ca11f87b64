import { importTransformers } from "./importTransformers.js";
import type { LoadedModel } from "./LoadedModel.js";
import type { ModelFiles } from "./ModelFiles.js";
import type { TransformerSettings } from "./transformerOptions.js";
import { truncator } from "./truncator.js";

/**
 * @param maxLength tokens of a text that are kept
 * @throws Error naming the file that can't be read, or the model where it gives no vectors of tokens
 */
export async function loadModel(
  { folder, files }: ModelFiles,
  { dtype, device }: Pick<TransformerSettings, "dtype" | "device">,
  maxLength: number,
): Promise<LoadedModel> {
  const { AutoModel, AutoTokenizer, Tensor } = await importTransformers();
  const local = { local_files_only: true };
  const tokenizer = await AutoTokenizer.from_pretrained(folder, local).catch((error: Error) => {
    throw new Error(`the tokenizer in ${folder} can't be read: ${error.message}`, { cause: error });
  });
  // Batches differ in shape: plans of memory kept for each shape would pile up.
  const session_options = { enableMemPattern: false };
  const model = await AutoModel.from_pretrained(folder, {
    ...local,
    ...{ dtype, device, session_options },
  }).catch((error: Error) => {
    throw new Error(`${files[0]} can't be loaded on ${device}: ${error.message}`, { cause: error });
  });
  const encode = (text: string) => tokenizer.encode(text);
  const truncate = truncator(encode(""), encode("a"), maxLength);
  const padding = BigInt(tokenizer.pad_token_id ?? 0);
  return {
    tokenize: (texts) => texts.map((text) => truncate(encode(text))),
    async run(rows) {
      const longest = Math.max(1, ...rows.map(({ length }) => length));
      const ids = new BigInt64Array(rows.length * longest).fill(padding);
      const mask = new BigInt64Array(rows.length * longest);
      rows.forEach((row, i) => {
        ids.set(row.map(BigInt), i * longest);
        mask.fill(1n, i * longest, i * longest + row.length);
      });
      const shape = [rows.length, longest];
      const { last_hidden_state: hidden } = await model({
        input_ids: new Tensor("int64", ids, shape),
        attention_mask: new Tensor("int64", mask, shape),
      });
      const data: unknown = hidden?.data;
      if (!(data instanceof Float32Array)) {
        throw new Error(
          `${files[0]} gives no float32 last_hidden_state: export it with ` +
            "`optimum-cli export onnx --task feature-extraction`",
        );
      }
      return { data, longest, dimension: data.length / (rows.length * longest) };
    },
    async dispose() {
      await model.dispose();
    },
  };
}
