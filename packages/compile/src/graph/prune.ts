import type { Graph, GraphNode } from "./Graph.js";

/** A graph without the inputs, constants and nodes that its outputs don't need. */
export function prune(graph: Graph): Graph {
  const needed = new Set(graph.outputs.map(({ name }) => name));
  const nodes: GraphNode[] = [];
  for (const node of [...graph.nodes].reverse()) {
    if (!node.outputs.some((name) => needed.has(name))) continue;
    for (const name of node.inputs) needed.add(name);
    nodes.push(node);
  }
  return {
    inputs: graph.inputs.filter(({ name }) => needed.has(name)),
    outputs: graph.outputs,
    constants: graph.constants.filter(({ name }) => needed.has(name)),
    nodes: nodes.reverse(),
  };
}
