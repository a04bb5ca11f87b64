import type { GraphBuilder } from "../graph/GraphBuilder.js";
import { sizeOf, type Value } from "../graph/Value.js";
import { elementwise } from "./elementwise.js";
import { sourceOf } from "./expandTo.js";
import { reshapeTo } from "./reshapeTo.js";

/** A product of a value and of smaller ones that broadcast to it, for example one number per channel. */
interface Factored {
  readonly factors: readonly Value[];
  readonly rest: Value;
}

/** Values known to be products. What they are made of is computed only if a result needs it. */
const products = new WeakMap<Value, Factored>();

const factoredOf = (value: Value): Factored => products.get(value) ?? { factors: [], rest: value };

/** a · b. It is remembered which small factors it has, so that sums can leave them out. */
export function multiply(graph: GraphBuilder, a: Value, b: Value): Value {
  const product = elementwise(graph, "Mul", [a, b]);
  const size = sizeOf(product.shape);
  const [left, right] = [sourceOf(graph, a), sourceOf(graph, b)];
  const [large, other] = sizeOf(left.shape) === size ? [left, right] : [right, left];
  const isSpread = sourceOf(graph, product) !== product || sizeOf(large.shape) < size;
  if (product.type !== "float32" || isSpread) return product;
  const { factors, rest } = factoredOf(large);
  if (sizeOf(other.shape) === size) {
    const second = factoredOf(other);
    const all = [...factors, ...second.factors];
    if (all.length > 0) {
      products.set(product, { factors: all, rest: inOrder(graph, rest, second.rest) });
    }
    return product;
  }
  const [factor, ...more] = factors;
  if (factor === undefined || more.length > 0 || ![factor, other].some(isOrdinary)) {
    products.set(product, { factors: [...factors, other], rest });
    return product;
  }
  // One pass over the large value instead of two.
  const combined = inOrder(graph, factor, other);
  const result = elementwise(graph, "Mul", [rest, combined]);
  products.set(result, { factors: [combined], rest });
  return result;
}

/** −x */
export function negate(graph: GraphBuilder, x: Value): Value {
  const result = elementwise(graph, "Neg", [x]);
  if (x.type === "float32" && sizeOf(x.shape) > 1 && sourceOf(graph, x) === x) {
    const { factors, rest } = factoredOf(x);
    products.set(result, { factors: [...factors, graph.scalar(-1)], rest });
  }
  return result;
}

/** A constant that can be multiplied with another factor first: the product overflows only where that nearly does. */
function isOrdinary({ data, shape }: Value): boolean {
  const size = Math.abs(Number(data?.[0] ?? 0));
  return shape.length === 0 && size > 1e-3 && size < 1e3;
}

/** a · b as the same node whichever comes first. */
const inOrder = (graph: GraphBuilder, a: Value, b: Value): Value =>
  elementwise(graph, "Mul", a.name < b.name ? [a, b] : [b, a]);

/**
 * A product whose sum over some axes is the sum of `rest` times `factors`, which have the shape of the sum or broadcast
 * to it: the factors are the same along the axes. It saves a pass over memory for each factor; tfjs's gradients are full
 * of such sums. Without factors where there are none or some differ along the axes.
 */
export function factoredAlong(
  graph: GraphBuilder,
  value: Value,
  axes: readonly number[],
  keepDims: boolean,
): Factored {
  const { factors, rest } = factoredOf(value);
  const rank = value.shape.length;
  const full = factors.map(({ shape }) => [
    ...Array<number>(rank - shape.length).fill(1),
    ...shape,
  ]);
  const differs = full.some((shape) => axes.some((axis) => shape[axis] !== 1));
  if (differs || rest.shape.length !== rank) return { factors: [], rest: value };
  const kept = full.map((shape) => shape.filter((_, axis) => keepDims || !axes.includes(axis)));
  return { factors: factors.map((factor, i) => reshapeTo(graph, factor, kept[i]!)), rest }; // one for each
}
