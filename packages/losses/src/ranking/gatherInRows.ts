import {
  add,
  cast,
  expandDims,
  fill,
  gatherND,
  mul,
  range,
  reshape,
  type Tensor,
  zeros,
} from "@tensorflow/tfjs-core";

/**
 * x[i, at[i, j]] for each i, j. Not by `gather` with batchDims, which reads wrong entries on wasm (tfjs issue 8658,
 * version 4.22); and on wasm `gather` of single entries takes ten times as long as `gatherND`, and an int32 sum that
 * broadcasts, twenty times as long as one that does not.
 * @param at int32 columns, of the shape of x
 */
export function gatherInRows(x: Tensor, at: Tensor): Tensor {
  const [rows, columns] = x.shape as [number, number];
  const row = cast(add(zeros([rows, columns]), expandDims(range(0, rows), 1)), "int32");
  const position = add(mul(row, fill([rows, columns], columns, "int32")), at);
  const size = rows * columns;
  const gathered = gatherND(reshape(x, [size]), reshape(position, [size, 1]));
  return reshape(gathered, [rows, columns]);
}
