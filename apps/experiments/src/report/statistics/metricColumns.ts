import type { MetricColumn } from "./MetricColumn.js";

const high = { better: "high", digits: 3 } as const;

/** Every figure of `RowMetrics`, once, in the order of the tables. */
export const metricColumns: readonly MetricColumn[] = [
  { key: "exampleF1", group: "F1", label: "example", main: true, ...high },
  { key: "microF1", group: "F1", label: "micro", main: true, ...high },
  { key: "macroF1", group: "F1", label: "macro", main: true, ...high },
  { key: "weightedF1", group: "F1", label: "weighted", main: true, ...high },
  { key: "samplesF1", group: "F1", label: "samples", main: true, ...high },
  { key: "examplePrecision", group: "Precision", label: "example", main: true, ...high },
  { key: "microPrecision", group: "Precision", label: "micro", main: false, ...high },
  { key: "macroPrecision", group: "Precision", label: "macro", main: false, ...high },
  { key: "exampleRecall", group: "Recall", label: "example", main: true, ...high },
  { key: "microRecall", group: "Recall", label: "micro", main: false, ...high },
  { key: "macroRecall", group: "Recall", label: "macro", main: false, ...high },
  { key: "accuracy", group: "Accuracy", label: "entry", main: false, ...high },
  { key: "subsetAccuracy", group: "Accuracy", label: "subset", main: true, ...high },
  {
    key: "hammingLoss",
    group: "",
    label: "Hamming loss",
    main: true,
    better: "low",
    digits: 3,
  },
  {
    key: "labelsPerExample",
    group: "",
    label: "Labels per example",
    main: true,
    better: "none",
    digits: 2,
  },
];
