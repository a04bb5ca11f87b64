export interface CnnHeadOptions {
  /** Size of the images, as the encoder `pixels` makes them. */
  readonly width: number;
  readonly height: number;
  /** Number of classes. */
  readonly outputs: number;
  /** Maps of the first layer and of each block after it; default 32, 64, 128, 256. */
  readonly filters?: readonly number[] | undefined;
  /** Dropout rate of the pooled maps, in [0, 1); default 0. */
  readonly dropout?: number | undefined;
  /** λ of the penalty λ·Σw² over all kernels, biases excepted; default 0. */
  readonly l2?: number | undefined;
  /** Seed of the initial weights; default 0. */
  readonly seed?: number | undefined;
}
