import { join, resolve } from "node:path";
import { useEngine } from "@sigf1/engine";
import { Command } from "commander";
import { writeAtomically } from "../results/writeAtomically.js";

/** `sigf1 export`: writes the head of a run as an ONNX model. */
export function exportCommand(): Command {
  return new Command("export")
    .description(
      "write the trained head of a run, without a count head, as an ONNX model: features → logits and scores",
    )
    .argument("<RUN>", "folder of a run, as in results/quickstart/runs/focal-0-…")
    .option("--out <file.onnx>", "where to (default: model.onnx in the run's folder)")
    .action(async (run: string, { out }: { readonly out?: string }) => {
      await useEngine("cpu");
      // Loads ONNX Runtime's native library, which no other command shall need.
      const { exportRun } = await import("../run/exportRun.js");
      const path = resolve(out ?? join(run, "model.onnx"));
      await writeAtomically(path, await exportRun(resolve(run)));
      process.stdout.write(`${path}\n`);
    });
}
