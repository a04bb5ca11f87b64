import { readFileSync } from "node:fs";
import { version_core } from "@tensorflow/tfjs-core";
import type { Environment } from "./Results.js";

/** Version of this package. */
export const { version } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as { version: string };

/** The machine and the versions that results depend on. */
export function environment(engine: string): Environment {
  return {
    engine,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    versions: { "@sigf1/experiments": version, "@tensorflow/tfjs-core": version_core },
  };
}
