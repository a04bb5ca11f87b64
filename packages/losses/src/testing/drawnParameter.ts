import type { LossDiagnostics, ParameterDiagnostics } from "../MultilabelLoss.js";

/** What diagnostics say of one parameter. */
export function drawnParameter(
  { parameters }: LossDiagnostics,
  name: string,
): ParameterDiagnostics {
  const found = parameters.find((parameter) => parameter.name === name);
  if (found === undefined) throw new Error(`no parameter ${name}`);
  return found;
}
