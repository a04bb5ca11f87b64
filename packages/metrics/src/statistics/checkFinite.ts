import { checkList } from "../checks/checkList.js";
import { show } from "../checks/show.js";

/**
 * Checks that every value is a finite number.
 * @throws RangeError naming the list and the position of the first other value; TypeError when it is no list
 */
export function checkFinite(values: ArrayLike<number>, name: string): void {
  checkList(name, values);
  const list = Array.from(values);
  const index = list.findIndex((value) => !Number.isFinite(value));
  if (index >= 0) {
    throw new RangeError(`${name}[${index}] is ${show(list[index])}; expected a finite number`);
  }
}
