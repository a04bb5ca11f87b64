/** What the command line says over the file. */
export interface Overrides {
  /** `path=value` pairs. */
  readonly set?: readonly string[];
  /** Names of the losses, or of variants, to run; losses that the file lacks run with their default options. */
  readonly losses?: readonly string[];
  readonly seeds?: readonly number[];
  /** Folder of model files, laid out `<model id>/…`; default `SIGF1_MODELS`, else none. */
  readonly models?: string;
}
