/** A model on this machine, as Hugging Face lays one out. */
export interface ModelFiles {
  /** Absolute path. */
  readonly folder: string;
  /** Absolute paths of the ONNX model and of what lies beside it for it, then of the tokenizer's files. */
  readonly files: readonly string[];
}
