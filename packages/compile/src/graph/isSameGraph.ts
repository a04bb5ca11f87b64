import type { Graph } from "./Graph.js";

/** Whether two traces recorded the same computation, constants included. */
export function isSameGraph(a: Graph, b: Graph): boolean {
  const outline = ({ nodes, inputs, outputs, constants }: Graph) =>
    JSON.stringify([
      nodes,
      [inputs, outputs, constants].map((values) =>
        values.map(({ name, shape, type }) => [name, shape, type]),
      ),
    ]);
  return (
    outline(a) === outline(b) &&
    a.constants.every(({ data }, i) => {
      const other = b.constants[i]?.data; // as many, by the outline
      return (
        data?.every((entry: number | bigint, k: number) => Object.is(entry, other?.[k])) ?? false
      );
    })
  );
}
