import { cpus, release, totalmem } from "node:os";
import { probeEngines, useEngine } from "@sigf1/engine";
import { mul, scalar } from "@tensorflow/tfjs-core";
import { Command } from "commander";

/** Says whether training steps can be compiled: traces and runs one product. */
async function probeCompiler(): Promise<string> {
  try {
    const { compile, ortVersion } = await import("@sigf1/compile");
    await useEngine("cpu");
    const product = await compile((x) => mul(x, 2), { examples: [scalar(1)] });
    const [result] = await product(Float32Array.of(21));
    await product.dispose();
    if (result?.[0] !== 42) throw new Error(`2 · 21 came out as ${result}`);
    return `✓ compiled training works (ONNX Runtime ${ortVersion}, CPU)`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `✗ compiled training: ${reason}\n  Training goes on operation by operation.`;
  }
}

/** `sigf1 doctor`: which engines work here, why the others do not, and how to get them. */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description("say which TensorFlow.js engines work here, and how to get the others")
    .action(async () => {
      const memory = (totalmem() / 2 ** 30).toFixed(0);
      process.stdout.write(
        `node ${process.version} on ${process.platform} ${process.arch} (${release()}), ` +
          `${cpus().length} cores, ${memory} GiB\n\n`,
      );
      process.stdout.write(`${await probeCompiler()}\n`);
      for (const report of await probeEngines()) {
        const mark = report.works ? "✓" : "✗";
        const detail = report.works
          ? "works"
          : `${report.reason}\n${" ".repeat(9)}${report.remedy}`;
        process.stdout.write(`${mark} ${report.engine.padEnd(6)} ${detail}\n`);
      }
    });
}
