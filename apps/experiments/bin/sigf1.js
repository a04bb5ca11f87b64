#!/usr/bin/env node
import { existsSync } from "node:fs";

const main = new URL("../dist/cli/main.js", import.meta.url);
if (!existsSync(main)) {
  process.stderr.write(
    "sigf1 is not built yet: run `npm start` or `pnpm build` at the root first\n",
  );
  process.exit(2);
}
const { sigf1 } = await import(main.href);
process.exitCode = await sigf1(process.argv.slice(2));
