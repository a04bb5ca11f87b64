/** Names that a package manager, a test runner or a CI service sets, and the program's own settings. */
const SET_BY_OTHERS = /^(npm_|pnpm_|INIT_CWD|SIGF1_|VITEST|CI$|CONTINUOUS_|GITHUB_|GITLAB_|BUILD_)/;

/** The environment as a reader has it who types a command into a shell. */
export function plainEnvironment() {
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !SET_BY_OTHERS.test(key))),
    TURBO_TELEMETRY_DISABLED: "1",
    NO_COLOR: "1",
  };
}
