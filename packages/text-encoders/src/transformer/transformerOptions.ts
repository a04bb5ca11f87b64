import { z } from "zod";

/** Options of `transformer`. Every option but `model` has a default. */
export const transformerOptions = z.strictObject({
  /** A model id of the Hugging Face hub (`distilbert-base-uncased`, `owner/name`), or the path of a folder. */
  model: z.string().min(1),
  /** Branch, tag or commit of the hub's repository; used only when the model is fetched. Default "main". */
  revision: z.string().min(1).default("main"),
  /**
   * Numbers that the weights are kept in: "fp32" (default, onnx/model.onnx), "fp16" (onnx/model_fp16.onnx) or
   * "q8" (onnx/model_quantized.onnx).
   */
  dtype: z.enum(["fp32", "fp16", "q8"]).default("fp32"),
  /** Where ONNX Runtime computes. Default "cpu". */
  device: z.enum(["cpu", "cuda", "webgpu"]).default("cpu"),
  /** What makes one vector of a text's tokens: "mean" (default), "cls" or "max". */
  pooling: z.enum(["mean", "cls", "max"]).default("mean"),
  /** Tokens of a text, special tokens included, that are kept. Default null, as many as the model has positions. */
  maxLength: z.int().min(3).nullable().default(null),
  /** Rows of unit length, or null (default) for none. */
  norm: z.literal("l2").nullable().default(null),
  /** Tokens of a batch, padding included; a longer text makes a batch of its own. Default 2,048. */
  batchTokens: z.int().positive().default(2048),
});

/** What `transformer` takes. */
export type TransformerOptions = z.input<typeof transformerOptions>;

/** The options, with every default. */
export type TransformerSettings = z.output<typeof transformerOptions>;
