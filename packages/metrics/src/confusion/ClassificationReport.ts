import { checkedOptions } from "../checks/checkedOptions.js";
import { checkList } from "../checks/checkList.js";
import { show } from "../checks/show.js";
import type { Average } from "./Average.js";
import { sum } from "./averageCounts.js";
import type { ClassificationReportOptions } from "./ClassificationReportOptions.js";
import type { ConfusionCounts } from "./ConfusionCounts.js";
import { reportText } from "./reportText.js";

/** Precision, recall and F1, each in [0, 1], of a class or an average. */
export interface ReportFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Number of true labels: of the class, or of all classes. */
  readonly support: number;
}

/** The figures of one class. */
export interface ClassFigures extends ReportFigures {
  readonly name: string;
}

/**
 * Precision, recall, F1 and support per class and averaged: data, and as a string the text of scikit-learn's
 * `classification_report`.
 */
export class ClassificationReport {
  /** In the order of the columns. */
  readonly classes: readonly ClassFigures[];
  readonly averages: Readonly<Record<Average, ReportFigures>>;
  readonly #digits: number;

  /** @throws RangeError when there is not one name per class, `digits` is no integer in 0…100, or nothing was counted */
  constructor(counts: ConfusionCounts, options: ClassificationReportOptions = {}) {
    const {
      classNames,
      digits = 2,
      zeroDivision = 0,
    } = checkedOptions(options, "classNames", "digits", "zeroDivision");
    if (classNames !== undefined)
      checkList("classNames", classNames, "an array of one name per class");
    if (classNames !== undefined && classNames.length !== counts.classes) {
      throw new RangeError(
        `classNames has ${classNames.length} names; expected ${counts.classes}, one per class`,
      );
    }
    if (!Number.isInteger(digits) || digits < 0 || digits > 100) {
      throw new RangeError(`digits is ${show(digits)}; expected an integer in 0…100`);
    }
    const precision = counts.precision("none", zeroDivision);
    const recall = counts.recall("none", zeroDivision);
    const f1 = counts.f1("none", zeroDivision);
    this.classes = counts.perClass().map(({ tp, fn }, j) => ({
      name: classNames?.[j] ?? `${j}`,
      // Every array has one entry per class.
      precision: precision[j]!,
      recall: recall[j]!,
      f1: f1[j]!,
      support: tp + fn,
    }));
    const support = sum(this.classes.map((figures) => figures.support));
    const averaged = (average: Average): ReportFigures => ({
      precision: counts.precision(average, zeroDivision),
      recall: counts.recall(average, zeroDivision),
      f1: counts.f1(average, zeroDivision),
      support,
    });
    this.averages = {
      micro: averaged("micro"),
      macro: averaged("macro"),
      weighted: averaged("weighted"),
      samples: averaged("samples"),
    };
    this.#digits = digits;
  }

  /** The text of `classification_report`, which ends with a line break. */
  toString(): string {
    return reportText(this, this.#digits);
  }
}
