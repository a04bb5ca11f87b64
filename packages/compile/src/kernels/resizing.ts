import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";
import { castTo } from "./castTo.js";
import { elementwise } from "./elementwise.js";
import type { KernelCall, Lowerings } from "./Lowering.js";
import { reshapeTo } from "./reshapeTo.js";
import { takeAlong } from "./takeAlong.js";

/** How one axis of an image becomes `to` long from `from`. */
interface Resizing {
  readonly from: number;
  readonly to: number;
  readonly alignCorners: boolean;
  readonly halfPixelCenters: boolean;
}

/** For both axes of a call: `images` have the first length, and the second is given. */
function resizingsOf({ attrs }: KernelCall, from: readonly number[], to: readonly number[]) {
  const alignCorners = attrs.alignCorners === true;
  const halfPixelCenters = attrs.halfPixelCenters === true;
  return [1, 2].map((axis) => ({
    axis,
    resizing: { from: from[axis]!, to: to[axis]!, alignCorners, halfPixelCenters }, // images have four axes
  }));
}

/** Entries of the old axis for one of the new. */
const scaleOf = ({ from, to, alignCorners }: Resizing) =>
  alignCorners && to > 1 ? (from - 1) / (to - 1) : from / to;

function nearest(resizing: Resizing): number[] {
  const { from, to, alignCorners, halfPixelCenters } = resizing;
  return Array.from({ length: to }, (_, i) => {
    const place = scaleOf(resizing) * (i + (halfPixelCenters ? 0.5 : 0));
    return Math.min(from - 1, alignCorners ? Math.round(place) : Math.floor(place));
  });
}

/** The entries on both sides of each new one, and how far it is towards the second. */
function between(resizing: Resizing) {
  const { from, to, halfPixelCenters } = resizing;
  return Array.from({ length: to }, (_, i) => {
    const center = halfPixelCenters ? 0.5 : 0;
    const place = scaleOf(resizing) * (i + center) - center;
    const low = Math.max(0, Math.floor(place));
    return { low, high: Math.min(from - 1, Math.ceil(place)), fraction: place - low };
  });
}

/** Dimension of a call's new size: [batch, height, width, channels]. */
const newShape = ({ attrs }: KernelCall, images: Value) => {
  const [batch, , , channels] = images.shape as [number, number, number, number];
  return [batch, ...(attrs.size as [number, number]), channels];
};

/** Images [batch, height, width, channels] in another size. */
export const resizingLowerings: Lowerings = {
  ResizeNearestNeighbor: (call) => {
    const images = call.inputs.images!; // the kernel's input
    return resizingsOf(call, images.shape, newShape(call, images)).reduce(
      (x, { axis, resizing }) => takeAlong(call.graph, x, axis, nearest(resizing)),
      images,
    );
  },
  ResizeNearestNeighborGrad: (call) => {
    const [images, dy] = [call.inputs.images!, call.inputs.dy!]; // the kernel's inputs
    return resizingsOf(call, images.shape, dy.shape).reduce((x, { axis, resizing }) => {
      const sources = nearest({ ...resizing, halfPixelCenters: false }); // which tfjs forgets
      const weights = weightsOf(resizing, (add) => {
        for (const [i, source] of sources.entries()) add(source, i, 1);
      });
      return weighted(call.graph, x, axis, resizing, weights);
    }, dy);
  },
  ResizeBilinear: (call) => {
    const images = castTo(call.graph, call.inputs.images!, "float32"); // the kernel's input
    // Columns first, as tfjs does: infinite entries make a difference.
    return resizingsOf(call, images.shape, newShape(call, images)).reduceRight(
      (x, { axis, resizing }) => interpolated(call.graph, x, axis, resizing),
      images,
    );
  },
  ResizeBilinearGrad: (call) => {
    const [images, dy] = [call.inputs.images!, call.inputs.dy!]; // the kernel's inputs
    return resizingsOf(call, images.shape, dy.shape).reduce((x, { axis, resizing }) => {
      const places = between({ ...resizing, halfPixelCenters: false }); // which tfjs forgets
      const weights = weightsOf(resizing, (add) => {
        for (const [i, { low, high, fraction }] of places.entries()) {
          add(low, i, 1 - fraction);
          add(high, i, fraction);
        }
      });
      return weighted(call.graph, x, axis, resizing, weights);
    }, dy);
  },
};

/** low + (high − low) fraction along an axis. */
function interpolated(graph: GraphBuilder, x: Value, axis: number, resizing: Resizing): Value {
  const places = between(resizing);
  const at = (side: "low" | "high") =>
    takeAlong(
      graph,
      x,
      axis,
      places.map((place) => place[side]),
    );
  const alongAxis = x.shape.map((_, i) => (i === axis ? places.length : 1));
  const fractions = Float32Array.from(places, ({ fraction }) => fraction);
  const fraction = graph.constant(fractions, alongAxis, "float32");
  const difference = elementwise(graph, "Sub", [at("high"), at("low")]);
  return elementwise(graph, "Add", [at("low"), elementwise(graph, "Mul", [difference, fraction])]);
}

/** The matrix [from, to] of how much each old entry takes of each new one. */
function weightsOf(
  { from, to }: Resizing,
  fill: (add: (source: number, target: number, weight: number) => void) => void,
): Float32Array {
  const weights = new Float32Array(from * to);
  fill((source, target, weight) => {
    weights[source * to + target]! += weight; // within the matrix
  });
  return weights;
}

/** An axis multiplied by such a matrix. */
function weighted(
  graph: GraphBuilder,
  x: Value,
  axis: number,
  { from, to }: Resizing,
  weights: Float32Array,
): Value {
  const [before, after] = [x.shape.slice(0, axis), x.shape.slice(axis + 1)];
  const size = (shape: readonly number[]) => shape.reduce((product, length) => product * length, 1);
  const split = reshapeTo(graph, x, [size(before), to, size(after)]);
  const matrix = graph.constant(weights, [from, to], "float32");
  const shape = [size(before), from, size(after)];
  const sum = graph.node("MatMul", [matrix, split], { shape, type: "float32" });
  return reshapeTo(graph, sum, [...before, from, ...after]);
}
