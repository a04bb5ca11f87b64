/** Where encoders look for the files of pretrained models. */
export interface ModelFolders {
  /** Folder laid out `<model id>/…` as on the Hugging Face hub; none where undefined. */
  readonly models?: string | undefined;
  /** Folder that keeps what is fetched from the hub. */
  readonly cache: string;
}
