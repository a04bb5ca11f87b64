import { resolve } from "node:path";
import { Command } from "commander";
import { definedOnly } from "../../config/definedOnly.js";
import { checkSameExperiment } from "../../results/checkSameExperiment.js";
import { checkWritable } from "../../results/checkWritable.js";
import { checkFolder } from "../checkFolder.js";
import { queueAddress } from "../queueOptions.js";
import { showResults } from "../showResults.js";
import { addSweepOptions, type SweepOptions } from "./sweepOption.js";

interface Options extends SweepOptions {
  readonly out?: string;
  readonly shared?: string;
  readonly json?: true;
}

/** `sigf1 sweep collect`: writes the results of a sweep, as `sigf1 run` does. */
export function collectCommand(exit: (code: number) => void): Command {
  return addSweepOptions(
    new Command("collect").description("write a sweep's runs, and its results once all are done"),
  )
    .option("--out <DIR>", "folder of the results (default: results/<experiment>)")
    .option("--shared <DIR>", "where the shared folder of the workers is here, if they have one")
    .option("--json", "print results.json instead of the table")
    .addHelpText("after", "\nExits with 1 while some runs are not done. The queue keeps its copy.")
    .action(async (options: Options) => exit(await collect(options)));
}

async function collect({ out, shared, json, sweep: name, ...options }: Options): Promise<number> {
  const address = queueAddress(options);
  await checkFolder("--shared", shared);
  const [{ collectSweep }, { withQueue }] = await Promise.all([
    import("../../queue/collectSweep.js"),
    import("../../queue/withQueue.js"),
  ]);
  return withQueue(address, async ({ store, queue }) => {
    const sweep = await store.find(name);
    const folder = resolve(out || `results/${sweep.study.name}`);
    await checkWritable(folder);
    const datasets = sweep.cells.map(({ facts }) => facts.dataset.id);
    await checkSameExperiment(folder, sweep.study.name, datasets);
    const settings = { out: folder, ...definedOnly({ shared }) };
    const collection = await collectSweep(sweep, store, queue, settings);
    if (collection.type === "partial") {
      const { done, runs } = collection;
      process.stderr.write(
        `${sweep.id}: ${done} of ${runs} runs are done, and are in ${folder}; results.json follows with the rest\n`,
      );
      return 1;
    }
    await showResults(collection.cells, folder, json, (text) => process.stderr.write(`${text}\n`));
    return collection.cells.some(({ results }) => results.failures.length > 0) ? 1 : 0;
  });
}
