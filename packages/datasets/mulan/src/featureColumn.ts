import type { ArffAttribute } from "./arff/ArffAttribute.js";

/** How the values of an attribute become features. */
export interface FeatureColumn {
  /** Number of features. */
  readonly width: number;
  /** What a sparse row means where it leaves the attribute out. */
  readonly absent: string;
  /**
   * Writes the features of a value at `offset` of a vector in which they are 0.
   *
   * @throws SyntaxError when the value is not of the attribute's type.
   */
  write(value: string, vector: Float32Array, offset: number): void;
}

/**
 * A numeric attribute is one feature. A nominal one of two values (or one) is one feature: 0 for the value that
 * is declared first and 1 for the other, except that the values `0` and `1` mean themselves. A nominal one of
 * more values is a feature for each of them, 1 where it is the value (one-hot), in the order of the declaration.
 *
 * @throws SyntaxError when the attribute is a string.
 */
export function featureColumn(attribute: ArffAttribute): FeatureColumn {
  switch (attribute.kind) {
    case "numeric":
      return numeric(attribute.name);
    case "nominal":
      return nominal(attribute.name, attribute.values);
    case "string":
      throw new SyntaxError(
        `attribute "${attribute.name}" is a string, which is no feature: take it out of the file`,
      );
  }
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

function numeric(name: string): FeatureColumn {
  return {
    width: 1,
    absent: "0",
    write(value, vector, offset) {
      const number = Math.fround(Number(value));
      if (!decimal.test(value) || !Number.isFinite(number)) {
        throw new SyntaxError(`attribute "${name}": expected a number, found "${value}"`);
      }
      vector[offset] = number;
    },
  };
}

function nominal(name: string, values: readonly string[]): FeatureColumn {
  const isOneHot = values.length > 2;
  const isZeroOne = values.every((value) => value === "0" || value === "1");
  return {
    width: isOneHot ? values.length : 1,
    absent: values[0] ?? "",
    write(value, vector, offset) {
      const position = values.indexOf(value);
      if (position < 0) {
        const list = values.join(", ");
        throw new SyntaxError(`attribute "${name}": "${value}" is none of its values {${list}}`);
      }
      if (isOneHot) vector[offset + position] = 1;
      else vector[offset] = isZeroOne ? Number(value) : position;
    },
  };
}
