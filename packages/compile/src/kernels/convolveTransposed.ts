import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";
import { padsOf, type SlidingWindow } from "./slidingWindow.js";

/**
 * The gradient of a convolution's images from that of its outputs, channels first. `filter` is the convolution's,
 * [output channels, input channels / groups, height, width]; the window has no dilations.
 */
export function convolveTransposed(
  graph: GraphBuilder,
  dy: Value,
  filter: Value,
  window: SlidingWindow,
  groups: number,
): Value {
  const { size, strides, input, leftover } = window;
  const channels = filter.shape[1]! * groups; // a filter has four axes
  return graph.node(
    "ConvTranspose",
    [dy, filter],
    { shape: [dy.shape[0]!, channels, ...input], type: "float32" },
    { kernel_shape: size, strides, pads: padsOf(window), output_padding: leftover, group: groups },
  );
}
