import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { finite, int, shapes, tensorOf } from "../testing/arbitraries.js";
import { describeKernels, type KernelCases } from "../testing/describeKernels.js";
import type { Call } from "../testing/itMatchesCpu.js";
import { withGradient } from "../testing/withGradient.js";
import { paddingLowerings } from "./padding.js";

type Type = "float32" | "int32" | "bool";
type Unary = (x: tf.Tensor) => tf.Tensor;
type Pair = [number, number];

const ENTRIES = { float32: finite, int32: int(), bool: int(0, 1) };

const forAllTypes = (calls: (type: Type) => fc.Arbitrary<Call>): KernelCases => ({
  "takes float32": calls("float32"),
  "takes int32": calls("int32"),
  "takes bool": calls("bool"),
});

const pads =
  (around: (run: Unary) => Call["run"] = (run) => run) =>
  (type: Type): fc.Arbitrary<Call> =>
    shapes({ minRank: 1 }).chain((shape) =>
      fc
        .record({
          x: tensorOf(shape, ENTRIES[type], type),
          paddings: fc.tuple(...shape.map(() => fc.tuple(fc.nat(2), fc.nat(2)))),
          entry: fc.constantFrom(0, 1, ...(type === "float32" ? [-0.5, NaN] : [])),
        })
        .map(({ x, paddings, entry }) => ({
          run: around((t) => tf.pad(t, paddings as Pair[], entry)),
          inputs: [x],
          label: { paddings, entry },
        })),
    );

const mirrored = (type: Type): fc.Arbitrary<Call> =>
  fc
    .tuple(shapes({ minRank: 1 }), fc.constantFrom("reflect" as const, "symmetric" as const))
    .chain(([shape, mode]) => {
      const most = shape.map((length) => (mode === "reflect" ? length - 1 : length));
      return fc
        .tuple(
          tensorOf(shape, ENTRIES[type], type),
          fc.tuple(...most.map((n) => fc.tuple(fc.nat(n), fc.nat(n)))),
        )
        .map(([x, paddings]) => ({
          run: (t: tf.Tensor) => tf.mirrorPad(t, paddings as Pair[], mode),
          inputs: [x],
          label: { mode, paddings },
        }));
    });

/** Blocks with an image that is a whole number of them, and what is cut off or added. */
const blocks = fc.record({
  block: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  count: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  margins: fc.tuple(fc.tuple(fc.nat(1), fc.nat(1)), fc.tuple(fc.nat(1), fc.nat(1))),
  batch: fc.integer({ min: 1, max: 2 }),
  channels: fc.integer({ min: 1, max: 2 }),
});

const toBatch =
  (around: (run: Unary) => Call["run"] = (run) => run) =>
  (type: Type): fc.Arbitrary<Call> =>
    blocks.chain(({ block, count, margins, batch, channels }) => {
      const image = block.map((n, i) => {
        const [before, after] = margins[i]!; // as many
        const whole = n * (count[i]! + 1); // as above; room for the margins
        return Math.max(1, whole - before - after);
      });
      const paddings = margins.map(
        ([before], i): Pair => [
          before,
          (block[i]! - ((image[i]! + before) % block[i]!)) % block[i]!,
        ], // as many
      );
      return tensorOf([batch, ...image, channels], ENTRIES[type], type).map((x) => ({
        run: around((t) => tf.spaceToBatchND(t, block, paddings)),
        inputs: [x],
        label: { block, paddings },
      }));
    });

const toSpace =
  (around: (run: Unary) => Call["run"] = (run) => run) =>
  (type: Type): fc.Arbitrary<Call> =>
    blocks.chain(({ block, count, margins, batch, channels }) => {
      const crops = margins.map(
        ([before, after], i): Pair =>
          before + after < block[i]! * count[i]! ? [before, after] : [0, 0], // as many
      );
      const size = block[0] * block[1] * batch;
      return tensorOf([size, ...count, channels], ENTRIES[type], type).map((x) => ({
        run: around((t) => tf.batchToSpaceND(t, block, crops)),
        inputs: [x],
        label: { block, crops },
      }));
    });

const depthToSpace: fc.Arbitrary<Call> = fc
  .tuple(fc.integer({ min: 2, max: 3 }), shapes({ minRank: 4, maxLength: 3 }))
  .chain(
    ([block, [batch, height, width, channels]]) =>
      tensorOf([batch!, height!, width!, channels! * block * block], finite).map((x) => ({
        run: (t: tf.Tensor) => tf.depthToSpace(t as tf.Tensor4D, block, "NHWC"),
        inputs: [x],
        label: { block },
      })), // of rank 4
  );

describeKernels(paddingLowerings, {
  PadV2: { ...forAllTypes(pads()), "has tfjs's gradient": pads(withGradient)("float32") },
  MirrorPad: forAllTypes(mirrored),
  SpaceToBatchND: {
    ...forAllTypes(toBatch()),
    "has tfjs's gradient": toBatch(withGradient)("float32"),
  },
  BatchToSpaceND: {
    ...forAllTypes(toSpace()),
    "has tfjs's gradient": toSpace(withGradient)("float32"),
  },
  DepthToSpace: { "has tfjs's values": depthToSpace },
});
