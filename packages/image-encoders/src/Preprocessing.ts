/** What is done to an image before a model sees it: it is resized, its centre is cut out, its values are normalised. */
export interface Preprocessing {
  /** Width and height of the result, in pixels; at most those of `resize`. */
  readonly width: number;
  readonly height: number;
  /** `fill` stretches the image to this size; `cover` keeps its proportions and cuts off what lies outside. */
  readonly resize: {
    readonly width: number;
    readonly height: number;
    readonly fit: "cover" | "fill";
  };
  /** Resizing kernel, antialiased where the image shrinks; `linear` is Pillow's "bilinear". */
  readonly kernel: "nearest" | "linear" | "cubic" | "lanczos3";
  /** A channel of value v in 0 … 255 becomes (v·scale − mean)/std. */
  readonly scale: number;
  /** Of red, green and blue. */
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
}
