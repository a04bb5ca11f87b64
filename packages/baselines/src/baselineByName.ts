import type { Classifier } from "./Classifier.js";
import { linearSvm } from "./linear/linearSvm.js";
import { logisticRegression } from "./linear/logisticRegression.js";
import { mlKnn } from "./neighbours/mlKnn.js";
import { decisionTree } from "./tree/decisionTree.js";
import { allPositive } from "./trivial/allPositive.js";
import { prevalence } from "./trivial/prevalence.js";
import { random } from "./trivial/random.js";

const trivial = { "all-positive": allPositive, prevalence, random };

const classical = {
  "logistic-regression": logisticRegression,
  "linear-svm": linearSvm,
  "ml-knn": mlKnn,
  "decision-tree": decisionTree,
};

const factories = { ...trivial, ...classical };

type Factories = typeof factories;

/** The names of the baselines. */
export type BaselineName = keyof Factories;

/** The options of each baseline, by its name. */
export type BaselineOptions = {
  readonly [Name in BaselineName]: NonNullable<Parameters<Factories[Name]>[0]>;
};

/** The names of the classifiers that never see an example's features. */
export const trivialNames = Object.keys(trivial) as readonly (keyof typeof trivial)[];

/** The names of the classifiers that learn from features. */
export const classicalNames = Object.keys(classical) as readonly (keyof typeof classical)[];

/** Every name that `baselineByName` takes. */
export const baselineNames: readonly BaselineName[] = [...trivialNames, ...classicalNames];

/**
 * Makes a baseline from its name, as a configuration file gives it.
 * @param options those of the baseline's factory
 * @throws RangeError for an unknown name, listing the known ones; and what the factory throws
 */
export function baselineByName<Name extends BaselineName>(
  name: Name,
  options?: BaselineOptions[Name],
): Classifier {
  if (!Object.hasOwn(factories, name)) {
    throw new RangeError(`no baseline "${name}"; expected one of ${baselineNames.join(", ")}`);
  }
  const make = factories[name] as (options?: BaselineOptions[Name]) => Classifier;
  return make(options);
}
