import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { promisify } from "node:util";
import { version_core } from "@tensorflow/tfjs-core";
import type { Environment } from "./Results.js";

/** Version of this package. */
export const { version } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as { version: string };

/** The machine and the versions that results depend on. */
export async function environment(engine: string, compiled: boolean): Promise<Environment> {
  const commit = await gitCommit();
  return {
    engine,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    versions: {
      "@sigf1/experiments": version,
      "@tensorflow/tfjs-core": version_core,
      ...(compiled && { "onnxruntime-node": (await import("@sigf1/compile")).ortVersion }),
    },
    machine: {
      cpu: cpus()[0]?.model ?? "unknown",
      cores: availableParallelism(),
      memoryGiB: Math.round(totalmem() / 2 ** 30),
    },
    ...(commit !== undefined && { commit }),
  };
}

async function gitCommit(): Promise<string | undefined> {
  try {
    const args = ["describe", "--always", "--dirty", "--exclude=*", "--abbrev=40"];
    return (await promisify(execFile)("git", args)).stdout.trim();
  } catch {
    return undefined; // no git, or no checkout
  }
}
