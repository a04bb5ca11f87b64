/** Where the files of pretrained models are looked for. */
export interface ModelSource {
  /** Folder laid out `<model id>/config.json`, `…/preprocessor_config.json`, `…/onnx/model.onnx`; none where undefined. */
  readonly models?: string | undefined;
  /** Folder that keeps what is fetched from the Hugging Face hub. */
  readonly cache: string;
}
