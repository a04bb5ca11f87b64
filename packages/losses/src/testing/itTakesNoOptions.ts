import { expect, it } from "vitest";
import type { MultilabelLoss } from "../MultilabelLoss.js";

/** A factory without options rejects any, and says which loss it is of. */
export function itTakesNoOptions(
  make: (options?: Readonly<Record<string, never>>) => MultilabelLoss,
): void {
  it(`${make.name} rejects any option`, () => {
    const call = () => make({ margin: 2 } as never);
    expect(call).toThrow(TypeError);
    expect(call).toThrow(`${make.name}: unknown option "margin"`);
  });
}
