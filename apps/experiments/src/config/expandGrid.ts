import type { GridValues } from "./GridPoint.js";
import type { GridProduct } from "./readGrid.js";

/** One combination of values. */
export interface Combination {
  /** The values that its product gives. */
  readonly given: GridValues;
  /** The same, and what the file says on the axes of the other products. */
  readonly values: GridValues;
  /** The first product that has it. */
  readonly product: GridProduct;
}

/**
 * The union of the products' combinations, in the file's order, as scikit-learn's `ParameterGrid`; but of combinations
 * that come to the same values on every axis only the first is kept.
 * @param fileValues what holds on each axis where a product does not have it
 */
export function expandGrid(
  products: readonly GridProduct[],
  fileValues: GridValues,
): readonly Combination[] {
  const distinct = new Map<string, Combination>();
  for (const product of products) {
    let combinations: GridValues[] = [{}];
    for (const { path, values } of product.axes) {
      combinations = combinations.flatMap((given) =>
        values.map((value) => ({ ...given, [path]: value })),
      );
    }
    for (const given of combinations) {
      // The keys keep the order of `fileValues`: equal values give equal texts.
      const values = { ...fileValues, ...given };
      const key = JSON.stringify(values);
      if (!distinct.has(key)) distinct.set(key, { given, values, product });
    }
  }
  return [...distinct.values()];
}
