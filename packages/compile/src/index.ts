export { type CompiledFunction, type CompileOptions, compile } from "./compile.js";
export { type ExportOptions, exportOnnx } from "./exportOnnx.js";
export { ortVersion } from "./runtime/ortVersion.js";
export type { TypedArray } from "./runtime/TypedArray.js";
export { ImpureFunctionError } from "./trace/ImpureFunctionError.js";
export { TracedReadError } from "./trace/TracedReadError.js";
export type { LayersModelLike } from "./trace/toFunction.js";
export type { TensorFunction } from "./trace/traceFunction.js";
export { UnsupportedKernelError } from "./trace/UnsupportedKernelError.js";
