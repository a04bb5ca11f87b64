import type { Graph } from "../graph/Graph.js";
import type { Value } from "../graph/Value.js";

/**
 * One graph for any batch size, from the traces for two of them: they may differ in shapes alone. A length that follows
 * the batch becomes −1 where a shape is data (of a Reshape, which then works it out); undefined where that is not enough.
 */
export function unifyBatch(a: Graph, b: Graph): Graph | undefined {
  if (JSON.stringify(a.nodes) !== JSON.stringify(b.nodes)) return undefined;
  const constants: Value[] = [];
  const isShape = (name: string) =>
    a.nodes.every(({ op, inputs }) =>
      inputs.every((input, i) => input !== name || (op === "Reshape" && i === 1)),
    );
  for (const [i, constant] of a.constants.entries()) {
    const unified = unifyConstant(constant, b.constants[i], isShape(constant.name));
    if (unified === undefined) return undefined;
    constants.push(unified);
  }
  return { ...a, constants };
}

function unifyConstant(a: Value, b: Value | undefined, isShape: boolean): Value | undefined {
  if (a.name !== b?.name || a.shape.join() !== b.shape.join()) return undefined;
  const left = Array.from<number | bigint>(a.data ?? []);
  const right = Array.from<number | bigint>(b.data ?? []);
  const differing = left.flatMap((entry, k) => (Object.is(entry, right[k]) ? [] : [k]));
  if (differing.length === 0) return a;
  const [position] = differing;
  if (!isShape || differing.length > 1 || position === undefined) return undefined;
  const data = BigInt64Array.from(left as bigint[]);
  data[position] = -1n;
  return { ...a, data };
}
