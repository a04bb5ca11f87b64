import { resolve } from "node:path";
import { Command } from "commander";
import { definedOnly } from "../config/definedOnly.js";
import { terminalObserver } from "../progress/terminalObserver.js";
import { planStudy } from "../run/plan/planStudy.js";
import { describePlan } from "./describePlan.js";
import { readStudy, type StudyOptions, studyOptions } from "./studyOptions.js";

interface Options extends StudyOptions {
  readonly json?: true;
}

/** `sigf1 plan`: says what `sigf1 run` would do, and for how long, without doing it. */
export function planCommand(): Command {
  const command = new Command("plan").description(
    "print the runs of an experiment, what of them is done, and how long the rest takes",
  );
  return studyOptions(command)
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      "\nNothing is trained; datasets are loaded, and fetched where they are missing.",
    )
    .action(async (file: string, options: Options) => {
      const { data, engine, compile, jobs = 1 } = options;
      const study = await readStudy(file, options);
      const { observer, close } = terminalObserver(process.stderr);
      try {
        const plan = await planStudy(study, {
          out: resolve(options.out || `results/${study.name}`),
          ...{ engine, compile, observer },
          ...definedOnly({ data: data && resolve(data) }),
        });
        process.stdout.write(
          options.json ? `${JSON.stringify(plan, null, 2)}\n` : describePlan(plan, jobs),
        );
      } finally {
        close();
      }
    });
}
