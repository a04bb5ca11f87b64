import fc from "fast-check";

type Pair = [number, number];
type Padding = "same" | "valid" | number | [Pair, Pair, Pair, Pair];

/** How a window slides, in the form that tfjs's convolutions and poolings take it. */
export interface WindowSettings {
  readonly size: Pair;
  readonly strides: Pair;
  readonly dilations: Pair;
  readonly pad: Padding;
  readonly rounding?: "floor" | "round" | "ceil";
  /** Height and width of an image with room for the window. */
  readonly image: Pair;
}

const pair = (min: number, max: number): fc.Arbitrary<Pair> =>
  fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));

/**
 * Windows of up to 3 × 3 on images of up to 11 × 11, with any padding that tfjs knows and, where it is a number, any
 * rounding of the number of positions.
 * @param maxDilation largest dilation of windows of stride 1
 */
export function windows(maxDilation = 1): fc.Arbitrary<WindowSettings> {
  return fc
    .record({
      size: pair(1, 3),
      strides: pair(1, 3),
      dilations: pair(1, maxDilation),
      isDilated: fc.boolean(),
      more: pair(0, 5),
      kind: fc.constantFrom("same" as const, "valid" as const, "number", "explicit"),
      pads: fc.tuple(pair(0, 2), pair(0, 2)),
      rounding: fc.constantFrom("floor" as const, "round" as const, "ceil" as const, undefined),
    })
    .map(({ isDilated, more, kind, pads, rounding, ...given }) => {
      // tfjs takes a window's height for its width where the padding is a number.
      const square = ([a, b]: Pair): Pair => (kind === "number" ? [a, a] : [a, b]);
      const size = square(given.size);
      const dilations = isDilated ? square(given.dilations) : ([1, 1] satisfies Pair);
      const image = size.map((n, i) => (n - 1) * dilations[i]! + 1 + more[i]!) as Pair; // pairs
      // No window lies in the padding altogether.
      const [vertical, horizontal] = pads.map((sides, i) =>
        sides.map((count) => Math.min(count, size[i]! - 1)),
      ) as [Pair, Pair]; // pairs
      const room = square([size[0] - vertical[0], size[1] - horizontal[0]]);
      const strides = square(given.strides).map((stride, i) =>
        isDilated ? 1 : kind === "number" ? Math.min(stride, room[i]!) : stride,
      ) as Pair;
      const window = { size, strides, dilations, image };
      if (kind === "same" || kind === "valid") return { ...window, pad: kind };
      if (kind === "explicit") return { ...window, pad: [[0, 0], vertical, horizontal, [0, 0]] };
      return { ...window, pad: vertical[0], ...(rounding === undefined ? {} : { rounding }) };
    });
}
