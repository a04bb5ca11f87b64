import * as tf from "@tensorflow/tfjs-core";
import { EngineError } from "./EngineError.js";
import { type EngineName, engineNames } from "./EngineName.js";
import { load as importModule, type Load } from "./Load.js";
import { startEngine } from "./startEngine.js";

/** What `probeEngines` found out about one engine. */
export type EngineReport =
  | { readonly engine: EngineName; readonly works: true }
  | {
      readonly engine: EngineName;
      readonly works: false;
      /** Why it does not work here. */
      readonly reason: string;
      /** How to get it. */
      readonly remedy: string;
    };

/**
 * Tries every engine, fastest first, and returns to the backend that was in use.
 * An engine that only emulates a GPU in software counts as working: `useEngine` takes it when it is named.
 *
 * @param options `load` imports a package by name; default `import()`
 */
export async function probeEngines({
  load = importModule,
}: {
  load?: Load;
} = {}): Promise<EngineReport[]> {
  await tf.ready();
  const before = tf.getBackend();
  const reports: EngineReport[] = [];
  for (const engine of engineNames) {
    try {
      await startEngine(engine, load, false);
      reports.push({ engine, works: true });
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      reports.push({ engine, works: false, reason: error.reason, remedy: error.remedy });
    }
  }
  await tf.setBackend(before);
  return reports;
}
