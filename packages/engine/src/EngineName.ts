/** The engines, fastest first: the order in which `auto` tries them. */
export const engineNames = ["gpu", "node", "webgpu", "wasm", "cpu"] as const;

/**
 * Where tensors are computed: `gpu` (`@tensorflow/tfjs-node-gpu`), `node` (`@tensorflow/tfjs-node`),
 * `webgpu` (`webgpu` and `@tensorflow/tfjs-backend-webgpu`), `wasm` and `cpu` (built in).
 */
export type EngineName = (typeof engineNames)[number];
