import { cpus, release, totalmem } from "node:os";
import { probeEngines } from "@sigf1/engine";
import { Command } from "commander";

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
      for (const report of await probeEngines()) {
        const mark = report.works ? "✓" : "✗";
        const detail = report.works
          ? "works"
          : `${report.reason}\n${" ".repeat(9)}${report.remedy}`;
        process.stdout.write(`${mark} ${report.engine.padEnd(6)} ${detail}\n`);
      }
    });
}
