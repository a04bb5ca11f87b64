import type { Load } from "./Load.js";

interface Adapter {
  readonly info?: { readonly isFallbackAdapter?: boolean; readonly description?: string };
}
interface Gpu {
  requestAdapter(): Promise<Adapter | null>;
}
/** The part of the npm package `webgpu` (Dawn) used here. */
interface Dawn {
  create(options: readonly string[]): Gpu;
  readonly globals: Readonly<Record<string, unknown>>;
}

/**
 * Gives Node the browser's `navigator.gpu`, by the npm package `webgpu`; where it exists already it stays.
 * Must happen before `@tensorflow/tfjs-backend-webgpu` is imported, which looks for it once.
 * @param auto refuse an adapter that emulates a GPU in software: it is slower than wasm
 * @throws Error when there is no adapter
 */
export async function provideWebGPU(load: Load, auto: boolean): Promise<void> {
  const scope = globalThis as { navigator?: { gpu?: Gpu } };
  const present = scope.navigator?.gpu;
  const dawn = present === undefined ? ((await load("webgpu")) as Dawn) : undefined;
  const gpu = present ?? dawn?.create([]);
  const adapter = await gpu?.requestAdapter();
  if (!adapter) throw new Error("WebGPU found no graphics adapter");
  if (auto && adapter.info?.isFallbackAdapter) {
    throw new Error(`WebGPU found only a software adapter (${adapter.info.description})`);
  }
  if (dawn === undefined) return;
  Object.assign(globalThis, dawn.globals);
  scope.navigator ??= {};
  Object.defineProperty(scope.navigator, "gpu", { value: gpu, configurable: true });
}
