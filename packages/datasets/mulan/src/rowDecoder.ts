import type { Example } from "@sigf1/datasets";
import type { ArffAttribute } from "./arff/ArffAttribute.js";
import type { ArffCell } from "./arff/parseRow.js";
import { featureColumn } from "./featureColumn.js";
import type { LabelHierarchy } from "./readLabelFile.js";

type Content = Pick<Example<Float32Array>, "input" | "labels">;

/** What takes a cell of an attribute: its features, or its label. */
interface Target {
  /** What a sparse row means where it leaves the attribute out. */
  readonly absent: string;
  /** @throws SyntaxError when the value is not of the attribute's type, or is missing where it may not be. */
  put(value: string | undefined, features: Float32Array, trueLabels: Set<string>): void;
}

/**
 * Makes the function from the cells of a row to features and labels. Attributes that `labels` names are labels,
 * the others features in the order of the header (see `featureColumn`). A label's value is `0` or `1`; the labels
 * above a true label are true as well. The labels of an example are in the order of `labels`.
 *
 * @param missing what a missing feature is: an error, or features of 0. A missing label is an error.
 * @returns a function that throws SyntaxError for a value that is missing or not of its attribute's type.
 * @throws SyntaxError when a label is no attribute of values 0 and 1, or a feature is a string.
 */
export function rowDecoder(
  attributes: readonly ArffAttribute[],
  labels: LabelHierarchy,
  missing: "error" | "zero",
): (cells: readonly ArffCell[]) => Content {
  const names = new Set(attributes.map(({ name }) => name));
  for (const label of labels.keys()) {
    if (!names.has(label)) throw new SyntaxError(`there is no attribute for the label "${label}"`);
  }
  let dimension = 0;
  const targets = attributes.map((attribute): Target => {
    if (labels.has(attribute.name)) return labelTarget(attribute);
    const target = featureTarget(attribute, dimension, missing);
    dimension += target.width;
    return target;
  });
  const features = new Float32Array(dimension);
  const trueLabels = new Set<string>();
  for (const { absent, put } of targets) put(absent, features, trueLabels);
  return (cells) => {
    const input = features.slice();
    const held = new Set(trueLabels);
    for (const { attribute, value } of cells) targets[attribute]?.put(value, input, held);
    const above = [...held].flatMap((label) => labels.get(label) ?? []);
    const all = new Set([...held, ...above]);
    return { input, labels: [...labels.keys()].filter((label) => all.has(label)) };
  };
}

function labelTarget(attribute: ArffAttribute): Target {
  const { name, kind } = attribute;
  const values = kind === "nominal" ? attribute.values : [];
  if (values.length === 0 || values.some((value) => value !== "0" && value !== "1")) {
    throw new SyntaxError(`the label "${name}" is not declared as an attribute of values {0,1}`);
  }
  return {
    absent: values[0] ?? "0",
    put(value, _features, trueLabels) {
      if (value === undefined) throw new SyntaxError(`the label "${name}" is missing`);
      if (!values.includes(value)) {
        throw new SyntaxError(`the label "${name}" is "${value}", expected ${values.join(" or ")}`);
      }
      if (value === "1") trueLabels.add(name);
      else trueLabels.delete(name);
    },
  };
}

function featureTarget(
  attribute: ArffAttribute,
  offset: number,
  missing: "error" | "zero",
): Target & { readonly width: number } {
  const { absent, width, write } = featureColumn(attribute);
  return {
    absent,
    width,
    put(value, features) {
      if (value === undefined && missing === "error") {
        throw new SyntaxError(
          `attribute "${attribute.name}" is missing; the option missing: "zero" takes 0 for it`,
        );
      }
      features.fill(0, offset, offset + width);
      if (value !== undefined) write(value, features, offset);
    },
  };
}
