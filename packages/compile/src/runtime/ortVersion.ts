import { env } from "onnxruntime-node";

/** Version of the ONNX Runtime that runs compiled functions. */
export const ortVersion: string = env.versions.node ?? env.versions.common;
