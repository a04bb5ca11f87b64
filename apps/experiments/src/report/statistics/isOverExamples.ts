/** Whether draws of a parameter are means over the examples of a batch, each of which has its own. */
export function isOverExamples(parameter: string): boolean {
  return parameter.endsWith(" over examples");
}
