import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";
import type { Pair } from "./slidingWindow.js";
import { transpose } from "./transpose.js";

/** Where a tfjs image has its channels; ONNX has them first. */
export type DataFormat = "NHWC" | "NCHW";

/** Axes of height and width. */
export const spatialAxes = (format: DataFormat = "NHWC"): Pair =>
  format === "NHWC" ? [1, 2] : [2, 3];

/** [batch, channels, height, width] of images in tfjs's format. */
export const toChannelsFirst = (
  graph: GraphBuilder,
  x: Value,
  format: DataFormat = "NHWC",
): Value => (format === "NHWC" ? transpose(graph, x, [0, 3, 1, 2]) : x);

/** Images in tfjs's format, of [batch, channels, height, width]. */
export const fromChannelsFirst = (
  graph: GraphBuilder,
  x: Value,
  format: DataFormat = "NHWC",
): Value => (format === "NHWC" ? transpose(graph, x, [0, 2, 3, 1]) : x);

/** [batch, height, width, channels] of images in tfjs's format. */
export const toChannelsLast = (graph: GraphBuilder, x: Value, format: DataFormat): Value =>
  format === "NHWC" ? x : transpose(graph, x, [0, 2, 3, 1]);

/** [channels, batch, height, width] of images in tfjs's format. */
export const toBatchInside = (graph: GraphBuilder, x: Value, format: DataFormat): Value =>
  transpose(graph, x, format === "NHWC" ? [3, 0, 1, 2] : [1, 0, 2, 3]);
