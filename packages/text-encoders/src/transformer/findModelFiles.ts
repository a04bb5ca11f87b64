import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { ModelFiles } from "./ModelFiles.js";
import type { TransformerSettings } from "./transformerOptions.js";

/** What transformers.js ends a model's file name with. */
const suffixes = { fp32: "", fp16: "_fp16", q8: "_quantized" } as const;

type Dtype = TransformerSettings["dtype"];

/**
 * The files of the model in a folder, or undefined where there is no such folder.
 * @throws Error where the folder lacks a file; for another dtype it says which there are
 */
export async function findModelFiles(
  folder: string,
  dtype: Dtype,
): Promise<ModelFiles | undefined> {
  const names = await list(folder);
  if (names === undefined) return undefined;
  const onnx = (await list(join(folder, "onnx"))) ?? [];
  const wanted = onnxName(dtype);
  if (!onnx.includes(wanted)) {
    const there = (Object.keys(suffixes) as Dtype[]).filter((d) => onnx.includes(onnxName(d)));
    const remedy =
      there.length > 0
        ? `it has dtype ${there.join(" and ")}: choose one of these`
        : "`optimum-cli export onnx --model <model id> --task feature-extraction <folder>` makes model.onnx, which belongs into the folder's onnx/";
    throw new Error(`${folder} has no onnx/${wanted}, the model in ${dtype}; ${remedy}`);
  }
  const described = ["config.json", "tokenizer.json", "tokenizer_config.json"];
  const missing = described.find((name) => !names.includes(name));
  if (missing !== undefined) {
    throw new Error(`${folder} has no ${missing}; copy it from where the model came from`);
  }
  const weights = onnx.filter((name) => name.startsWith(wanted)).sort();
  return {
    folder,
    files: [...weights.map((name) => join("onnx", name)), ...described].map((name) =>
      join(folder, name),
    ),
  };
}

function onnxName(dtype: Dtype): string {
  return `model${suffixes[dtype]}.onnx`;
}

async function list(folder: string): Promise<string[] | undefined> {
  try {
    return await readdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}
