import { show } from "../checks/show.js";

/** @throws RangeError when there is no class of that index */
export function checkClassIndex(classIndex: number, classes: number): void {
  if (Number.isInteger(classIndex) && classIndex >= 0 && classIndex < classes) return;
  throw new RangeError(
    `classIndex is ${show(classIndex)}; expected an integer from 0 to ${classes - 1}, the last class`,
  );
}
