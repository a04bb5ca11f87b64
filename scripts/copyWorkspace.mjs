import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";

const home = join(import.meta.dirname, "..");
const LISTED = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];

/**
 * Copies the workspace as it stands, uncommitted changes included.
 * @param {string} folder that does not exist
 * @param {{ built: boolean }} options whether what was built goes with it
 */
export function copyWorkspace(folder, { built }) {
  const files = execFileSync("git", LISTED, { cwd: home, encoding: "utf8" }).split("\0");
  const outputs = globSync(["{packages,apps}/**/{dist/**,tsconfig.tsbuildinfo}"], {
    cwd: home,
    ignore: ["**/node_modules/**"],
  });
  const here = [...files, ...(built ? outputs : [])].filter(
    (file) => file !== "" && existsSync(join(home, file)),
  );
  mkdirSync(folder);
  const archive = execFileSync("tar", ["--null", "--files-from=-", "-cf", "-"], {
    cwd: home,
    input: here.join("\0"),
    maxBuffer: 2 ** 30,
  });
  execFileSync("tar", ["-xf", "-"], { cwd: folder, input: archive });
}
