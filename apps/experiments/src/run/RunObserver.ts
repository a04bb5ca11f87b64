/** What a running experiment tells whoever watches; every method is optional. */
export interface RunObserver {
  /** A step before training: loading, splitting, encoding. */
  onStage?(text: string): void;
  /** How far the stage has come: a download in bytes, encoding in examples. */
  onProgress?(done: number, total: number, unit: "bytes" | "examples"): void;
  /** The number of runs to do and of those that were complete already. */
  onPlan?(total: number, complete: number): void;
  onRunBegin?(loss: string, seed: number, epochs: number): void;
  onEpoch?(epoch: number, loss: number, validation: number): void;
  onRunEnd?(loss: string, seed: number, seconds: number): void;
  onRunFailed?(loss: string, seed: number, reason: string): void;
  onWarning?(text: string): void;
}
